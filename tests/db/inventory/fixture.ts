import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Context } from "#db/command.ts";
import * as schema from "#db/schema/index.ts";
import type { Actor } from "#lib/actor.ts";
import { COUNTY, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const NOW = new Date("2026-09-15T02:00:00Z");

/** Two counties side by side, two units in the first and one in the other. */
export async function twoCounties(owner: Database) {
  await owner.insert(schema.regions).values([
    { code: "990000000000", name: "示例省", level: "province", parentCode: "000000000000" },
    { code: "990100000000", name: "示例市", level: "city", parentCode: "990000000000" },
    { code: COUNTY, name: "示范县", level: "county", parentCode: "990100000000" },
    { code: OTHER_COUNTY, name: "邻县", level: "county", parentCode: "990100000000" },
    { code: "990101001000", name: "城关街道", level: "town", parentCode: COUNTY },
  ]);
  const units = await owner
    .insert(schema.units)
    .values([
      { regionCode: COUNTY, name: "示范县民政局", type: "department", headcount: 30 },
      { regionCode: COUNTY, name: "示范县教育局" },
      { regionCode: OTHER_COUNTY, name: "邻县民政局" },
    ])
    .returning({ id: schema.units.id });
  const [civil, education, neighbour] = units.map((unit) => unit.id) as [string, string, string];
  return { civil, education, neighbour };
}

export const as = (database: TestDatabase, actor: Actor = inspector(), now: Date = NOW): Context => ({
  db: database.db,
  actor,
  now,
});

export const historyOf = (owner: Database, assetId: string) =>
  owner
    .select()
    .from(schema.assetChanges)
    .where(eq(schema.assetChanges.assetId, assetId))
    .orderBy(schema.assetChanges.seq);

export async function assetOf(owner: Database, id: string) {
  const [asset] = await owner.select().from(schema.assets).where(eq(schema.assets.id, id));
  return asset;
}

export async function fieldsOf(owner: Database, assetId: string): Promise<string[]> {
  const rows = await owner
    .select({ label: schema.formFields.label })
    .from(schema.formFields)
    .where(eq(schema.formFields.assetId, assetId))
    .orderBy(schema.formFields.position);
  return rows.map(({ label }) => label);
}

/** The latest line of the log about a subject. */
export async function lastLogged(owner: Database, subjectId: string) {
  const [line] = await owner
    .select()
    .from(schema.auditLog)
    .where(and(eq(schema.auditLog.subjectId, subjectId)))
    .orderBy(desc(schema.auditLog.seq))
    .limit(1);
  return line;
}
