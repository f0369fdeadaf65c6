import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { Context } from "#db/command.ts";
import { addReviewItems } from "#db/commands/add-review-items.ts";
import { closeSession } from "#db/commands/close-session.ts";
import { createSession } from "#db/commands/create-session.ts";
import { openSession } from "#db/commands/open-session.ts";
import { recordDecision } from "#db/commands/record-decision.ts";
import * as schema from "#db/schema/index.ts";
import type { Actor } from "#lib/actor.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import { COUNTY, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const NOW = new Date("2026-03-10T02:00:00Z");
export const TODAY = "2026-03-10";

type Owner = Database;
type AssetRow = typeof schema.assets.$inferInsert;
type ReadingRow = typeof schema.assetAssessments.$inferInsert;

/** Two counties, a unit in each, and one run over the first. */
export async function counties(owner: Owner) {
  await owner.execute(sql`
    insert into regions (code, name, level) values (${COUNTY}, '示范县', 'county'), (${OTHER_COUNTY}, '邻县', 'county')
    on conflict do nothing`);
  const [own, other] = await owner
    .insert(schema.units)
    .values([
      { regionCode: COUNTY, name: "县民政局" },
      { regionCode: OTHER_COUNTY, name: "邻县民政局" },
    ])
    .returning({ id: schema.units.id });
  await owner.insert(schema.rulePacks).values({
    version: "test-1",
    content: {
      version: "test-1",
      title: "测试",
      regionCode: "000000000000",
      bands: { high: 60, medium: 30, unknownShare: 0.5 },
      rules: [],
    },
  });
  const [run] = await owner
    .insert(schema.assessments)
    .values({
      regionCode: COUNTY,
      regionPrefix: "990101",
      asOf: TODAY,
      packVersion: "test-1",
      assets: 0,
      createdBy: "a",
      createdByName: "甲",
      createdAt: NOW,
    })
    .returning({ id: schema.assessments.id });
  return { unitId: own?.id as string, otherUnitId: other?.id as string, runId: run?.id as string };
}

let serial = 0;
/** An item of the county, in use, registered before any session. */
export async function asset(owner: Owner, values: Partial<AssetRow> = {}): Promise<string> {
  serial += 1;
  const [row] = await owner
    .insert(schema.assets)
    .values({
      regionCode: COUNTY,
      kind: "app",
      key: `k${serial}`,
      name: `应用${serial}`,
      createdAt: new Date("2026-03-01T00:00:00Z"),
      ...values,
    })
    .returning({ id: schema.assets.id });
  return row?.id as string;
}

/** What the run says of an item. */
export async function reading(owner: Owner, runId: string, assetId: string, values: Partial<ReadingRow> = {}) {
  const [one] = await owner.select().from(schema.assets).where(eq(schema.assets.id, assetId));
  if (one === undefined) throw new Error(`no item ${assetId}`);
  await owner.insert(schema.assetAssessments).values({
    regionCode: one.regionCode,
    assessmentId: runId,
    assetId,
    kind: one.kind,
    name: one.name,
    unitId: one.unitId,
    state: one.state,
    band: "medium",
    score: 40,
    scoreIfUnknownHit: 55,
    redLines: 0,
    hits: 1,
    unknowns: 1,
    burdenNotes: { missing: [], warnings: [] },
    recommendation: "fix",
    recommendationReason: "有命中的规则",
    ...values,
  });
}

export const context = (database: TestDatabase, actor: Actor = inspector(), now: Date = NOW): Context => ({
  db: database.db,
  actor,
  now,
});

/** An open session with these items on its agenda; the ids of its review items in the same order. */
export async function openedSession(
  database: TestDatabase,
  assetIds: string[],
): Promise<{ sessionId: string; itemIds: string[] }> {
  const at = context(database);
  const { sessionId } = await createSession(at, { title: "三月评审会", heldOn: TODAY });
  await addReviewItems(at, { sessionId, assetIds });
  await openSession(at, { sessionId });
  const rows = await database.ownerDb
    .select()
    .from(schema.reviewItems)
    .where(eq(schema.reviewItems.sessionId, sessionId));
  const idOf = new Map(rows.map((row) => [row.assetId, row.id]));
  return { sessionId, itemIds: assetIds.map((assetId) => idOf.get(assetId) as string) };
}

/** The last line of the audit log, as the owner sees it. */
export async function lastAudit(owner: Owner) {
  const [row] = await owner.execute<{
    action: string;
    subject_id: string;
    actor_name: string;
    detail: Record<string, unknown>;
  }>(sql`select action, subject_id, actor_name, detail from audit_log order by seq desc limit 1`);
  return row;
}

export async function stateOf(owner: Owner, assetId: string) {
  const [row] = await owner.select().from(schema.assets).where(eq(schema.assets.id, assetId));
  return row && { state: row.state, version: row.version };
}

/** A decision that stands, made in its own session, for queries that only read decisions. */
export async function decided(database: TestDatabase, assetId: string, decision: Decision, targetAssetId?: string) {
  const { sessionId, itemIds } = await openedSession(database, [assetId]);
  await recordDecision(context(database), {
    reviewItemId: itemIds[0],
    decision,
    reason: "测试",
    targetAssetId,
    deferUntil: "2026-06-30",
  });
  await closeSession(context(database), { sessionId });
}
