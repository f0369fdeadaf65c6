import { sql } from "drizzle-orm";
import type { Context } from "#db/command.ts";
import { type CheckedImport, checkImport } from "#db/commands/check-import.ts";
import { commitImport } from "#db/commands/commit-import.ts";
import { getImportBatch, listImportRows } from "#db/queries/imports.ts";
import { assetChanges, assets, formFields, units } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { COUNTY, inspector } from "#tests/support/actors.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const NOW = new Date("2026-09-15T08:00:00Z");
export const TOWN = "990101001000";

/** The sample county with one town and the unit of the department actor. */
export async function county(database: TestDatabase): Promise<{ unitId: string }> {
  await database.ownerDb.execute(sql`
    insert into regions (code, name, level, parent_code) values
      ('990000000000', '示例省', 'province', '000000000000'), ('990100000000', '示例市', 'city', '990000000000'),
      (${COUNTY}, '示范县', 'county', '990100000000'), (${TOWN}, '示范镇', 'town', ${COUNTY})`);
  const [unit] = await database.ownerDb
    .insert(units)
    .values({ regionCode: COUNTY, name: "县民政局" })
    .returning({ id: units.id });
  return { unitId: (unit as { id: string }).id };
}

export const contextOf = (
  database: TestDatabase,
  actor: Actor = inspector(),
  more: Partial<Context> = {},
): Context => ({
  db: database.db,
  actor,
  now: NOW,
  ...more,
});

export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === "string" ? new TextEncoder().encode(content) : content;
}

export type File = {
  kind: "account" | "form" | "app" | "group";
  content: string | Uint8Array;
  fileName?: string;
} & Record<string, unknown>;

export function check(context: Context, { content, ...input }: File): Promise<CheckedImport> {
  return checkImport(context, { fileName: "台账.csv", source: bytesOf(content), ...input });
}

/** Checks and commits a file. */
export async function take(context: Context, file: File) {
  const checked = await check(context, file);
  return { checked, committed: await commitImport(context, { batchId: checked.batchId }) };
}

/** Everything that an import may touch, as the owner sees it. */
export async function state(database: TestDatabase) {
  const db = database.ownerDb;
  return {
    assets: await db.select().from(assets).orderBy(assets.regionCode, assets.name),
    fields: await db.select().from(formFields).orderBy(formFields.assetId, formFields.position),
    units: await db
      .select({ regionCode: units.regionCode, name: units.name, type: units.type })
      .from(units)
      .orderBy(units.regionCode, units.name),
    changes: await db.select().from(assetChanges).orderBy(assetChanges.seq),
  };
}

export const rowsOf = (context: Context, batchId: string) =>
  withActor(context.db, context.actor, async (tx) =>
    listImportRows(tx, await getImportBatch(tx, batchId), { limit: 1000 }),
  );

export const actionsOf = async (database: TestDatabase): Promise<string[]> =>
  (await database.ownerDb.execute<{ action: string }>(sql`select action from audit_log order by at, seq`)).map(
    ({ action }) => action,
  );
