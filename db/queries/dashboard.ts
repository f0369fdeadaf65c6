import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { FIELDS } from "#lib/asset/fields.ts";
import { ASSET_KINDS, type AssetKind, type AssetState, RUNNING_STATES, type WorkLine } from "#lib/asset/vocabulary.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { Tx } from "../client.ts";
import { assets, findings, reviewItems, reviewSessions, units } from "../schema/index.ts";
import { assetConditions, decisionOf, readingOf } from "./asset-conditions.ts";
import type { AssetFilter } from "./asset-filter.ts";
import { countAssets } from "./assets.ts";

/** A number that proves itself: `filter` lists exactly the `items` rows that it was counted from. */
export type Figure = { items: number; filter: AssetFilter };

const RUNNING: AssetFilter = { states: RUNNING_STATES };

type Joined = { reading: ReturnType<typeof readingOf>; standing: ReturnType<typeof decisionOf> };
type Columns = Record<string, SQL.Aliased>;
type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends SQL.Aliased<infer T> ? T : never };

/**
 * The inventory with its readings and standing decisions, narrowed exactly as `listAssets` narrows it, in groups: of the
 * columns the first `groups` are grouped by, and `items` counts the rows of each group.
 */
async function inventory<C extends Columns>(
  tx: Tx,
  filter: AssetFilter,
  groups: 1 | 2,
  columns: (joined: Joined) => C,
): Promise<(RowOf<C> & { items: number })[]> {
  const reading = readingOf(tx, filter.run);
  const standing = decisionOf(tx);
  const rows = await tx
    .select({ ...(columns({ reading, standing }) as Columns), items: count() })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(assetConditions(tx, filter, reading, standing))
    .groupBy(groups === 1 ? sql`1` : sql`1, 2`)
    .orderBy(groups === 1 ? sql`1` : sql`1, 2`);
  // Safe because each column's type is the one its SQL was declared with.
  return rows as (RowOf<C> & { items: number })[];
}

/** How many items of each kind are in which state. */
export async function countStatesByKind(tx: Tx): Promise<(Figure & { kind: AssetKind; state: AssetState })[]> {
  const rows = await inventory(tx, {}, 2, () => ({
    kind: sql<AssetKind>`${assets.kind}`.as("kind"),
    state: sql<AssetState>`${assets.state}`.as("state"),
  }));
  return rows.map((row) => ({ ...row, filter: { kinds: [row.kind], states: [row.state] } }));
}

/** How the running items of each kind stand in the latest run that judged them; "unassessed": never judged. */
export async function countBandsByKind(tx: Tx): Promise<(Figure & { kind: AssetKind; band: Band | "unassessed" })[]> {
  const rows = await inventory(tx, RUNNING, 2, ({ reading }) => ({
    kind: sql<AssetKind>`${assets.kind}`.as("kind"),
    band: sql<Band | null>`${reading.band}`.as("band"),
  }));
  return rows.map(({ kind, band, items }) => {
    const named = band ?? "unassessed";
    return { kind, band: named, items, filter: { ...RUNNING, kinds: [kind], bands: [named] } };
  });
}

/** Hours a year that one part of the running items asks. Items whose hours are unknown are counted apart, never as zero. */
export type HoursFigure = { low: number; mid: number; high: number; known: Figure; unknown: Figure };

/** Hours a year by line of work (null: line unknown) and state of the running items. */
export async function sumHoursByLineAndState(
  tx: Tx,
): Promise<(HoursFigure & { workLine: WorkLine | null; state: AssetState })[]> {
  const rows = await inventory(tx, RUNNING, 2, ({ reading }) => ({
    workLine: sql<WorkLine | null>`${assets.workLine}`.as("work_line"),
    state: sql<AssetState>`${assets.state}`.as("state"),
    known: sql<number>`count(${reading.burdenMid})::int`.as("known"),
    low: sql<number>`coalesce(sum(${reading.burdenLow}) filter (where ${reading.burdenMid} is not null), 0)`.as("low"),
    mid: sql<number>`coalesce(sum(${reading.burdenMid}), 0)`.as("mid"),
    high: sql<number>`coalesce(sum(${reading.burdenHigh}) filter (where ${reading.burdenMid} is not null), 0)`.as(
      "high",
    ),
  }));
  return rows.map(({ workLine, state, known, low, mid, high, items }) => {
    const filter: AssetFilter = { states: [state], workLines: [workLine ?? "unknown"] };
    return {
      workLine,
      state,
      low,
      mid,
      high,
      known: { items: known, filter: { ...filter, burden: "known" } },
      unknown: { items: items - known, filter: { ...filter, burden: "unknown" } },
    };
  });
}

/** The money attributes; not every kind has each. */
const COST_KEYS = ["buildCost", "yearlyCost"] as const;
export type CostKey = (typeof COST_KEYS)[number];

/** Money spent on running items, of the kinds that have such an attribute: yuan over those whose cost is known; the others are counted apart. */
export async function sumCostsByKind(
  tx: Tx,
): Promise<{ kind: AssetKind; cost: CostKey; yuan: number; known: Figure; unknown: Figure }[]> {
  const figures = COST_KEYS.map(async (cost) => {
    const kinds = ASSET_KINDS.filter((kind) => cost in FIELDS[kind]);
    const rows = await inventory(tx, { ...RUNNING, kinds }, 1, () => ({
      kind: sql<AssetKind>`${assets.kind}`.as("kind"),
      known: sql<number>`count(*) filter (where ${assets.attributes} ? ${cost})::int`.as("known"),
      yuan: sql<number>`coalesce(sum((${assets.attributes} ->> ${cost})::float8), 0)`.as("yuan"),
    }));
    return rows.map(({ kind, known, yuan, items }) => {
      const filter = (value: string): AssetFilter => ({ ...RUNNING, kinds: [kind], attributes: { [cost]: value } });
      return {
        kind,
        cost,
        yuan,
        known: { items: known, filter: filter("known") },
        unknown: { items: items - known, filter: filter("unknown") },
      };
    });
  });
  return (await Promise.all(figures)).flat();
}

/** For each rule how many running items it hits; the most frequent first, then by id. Rules are listed, never units or people. */
export function countHitsByRule(tx: Tx): Promise<(Figure & { ruleId: string })[]> {
  return countByRule(tx, "hit");
}

/** For each rule how many running items are exempt from it. */
export function countExemptByRule(tx: Tx): Promise<(Figure & { ruleId: string })[]> {
  return countByRule(tx, "exempt");
}

async function countByRule(tx: Tx, outcome: "hit" | "exempt"): Promise<(Figure & { ruleId: string })[]> {
  const reading = readingOf(tx, undefined);
  const rows = await tx
    .select({ ruleId: findings.ruleId, items: count() })
    .from(assets)
    .innerJoinLateral(reading, sql`true`)
    .innerJoin(
      findings,
      and(
        eq(findings.regionCode, assets.regionCode),
        eq(findings.assessmentId, reading.assessmentId),
        eq(findings.assetId, assets.id),
        eq(findings.outcome, outcome),
      ),
    )
    .where(inArray(assets.state, [...RUNNING_STATES]))
    .groupBy(findings.ruleId)
    .orderBy(sql`2 desc, 1`);
  return rows.map((row) => ({ ...row, filter: { ...RUNNING, rule: { ruleId: row.ruleId, outcome } } }));
}

/** The running items that are exempt from at least one rule. */
export async function countExemptItems(tx: Tx): Promise<Figure> {
  const filter: AssetFilter = { ...RUNNING, exempt: "some" };
  return { items: await countAssets(tx, filter), filter };
}

/** The decisions that stand, by kind. */
export async function countDecisionsByKind(tx: Tx): Promise<(Figure & { kind: AssetKind; decision: Decision })[]> {
  const rows = await inventory(tx, {}, 2, ({ standing }) => ({
    kind: sql<AssetKind>`${assets.kind}`.as("kind"),
    decision: sql<Decision | null>`${standing.decision}`.as("decision"),
  }));
  return rows.flatMap(({ kind, decision, items }) =>
    decision === null ? [] : [{ kind, decision, items, filter: { kinds: [kind], decisions: [decision] } }],
  );
}

/** Items of unfinished sessions without a decision, a row a session; the rows are the session's agenda. */
export async function countPendingBySession(
  tx: Tx,
): Promise<{ sessionId: string; title: string; heldOn: string; items: number }[]> {
  return tx
    .select({
      sessionId: reviewSessions.id,
      title: reviewSessions.title,
      heldOn: reviewSessions.heldOn,
      items: count(),
    })
    .from(reviewItems)
    .innerJoin(
      reviewSessions,
      and(eq(reviewSessions.regionCode, reviewItems.regionCode), eq(reviewSessions.id, reviewItems.sessionId)),
    )
    .where(
      sql`${reviewSessions.state} <> 'closed' and not exists (
        select 1 from decisions where decisions.region_code = ${reviewItems.regionCode}
          and decisions.review_item_id = ${reviewItems.id} and decisions.withdrawn_at is null)`,
    )
    .groupBy(reviewSessions.id, reviewSessions.title, reviewSessions.heldOn)
    .orderBy(reviewSessions.heldOn, reviewSessions.id);
}
