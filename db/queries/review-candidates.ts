import { and, count, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import type { AssetKind, AssetState, WorkLine } from "#lib/asset/vocabulary.ts";
import type { CandidateFilter } from "#lib/review/inputs.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { Tx } from "../client.ts";
import { assets, units } from "../schema/index.ts";
import { assetConditions, decisionOf, readingOf } from "./asset-conditions.ts";

/** An item proposed for an agenda, with what its latest judgement says. */
export type Candidate = {
  id: string;
  name: string;
  kind: AssetKind;
  state: AssetState;
  workLine: WorkLine | null;
  unitName: string | null;
  band: Band | null;
  burdenMid: number | null;
  hits: number | null;
  exempt: number | null;
  recommendation: Decision | null;
  /** The decision that stands from an earlier session. */
  decision: Decision | null;
};

const ENDED: AssetState[] = ["merged", "closed"];

/** Not on the agenda of any unfinished session. */
const free = sql`not exists (
  select 1 from review_items
  join review_sessions on review_sessions.region_code = review_items.region_code and review_sessions.id = review_items.session_id
  where review_items.asset_id = ${assets.id} and review_items.asset_region_code = ${assets.regionCode}
    and review_sessions.state <> 'closed'
)`;

function candidates(tx: Tx, filter: CandidateFilter) {
  const reading = readingOf(tx, undefined);
  const standing = decisionOf(tx);
  const unsettled: SQL | undefined =
    filter.decided === "yes" ? undefined : sql`(${standing.decision} is null or ${standing.decision} = 'defer')`;
  const where = and(assetConditions(tx, filter, reading, standing), notInArray(assets.state, ENDED), unsettled, free);
  return { reading, standing, where };
}

const unit = and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId));

/** Candidates of the filter, the most urgent band first, then the heaviest burden; what is unknown comes last. */
export async function listCandidates(
  tx: Tx,
  { filter, offset, size }: { filter: CandidateFilter; offset: number; size: number },
): Promise<{ items: Candidate[]; total: number }> {
  const { reading, standing, where } = candidates(tx, filter);
  const rows = tx
    .select({
      id: assets.id,
      name: assets.name,
      kind: assets.kind,
      state: assets.state,
      workLine: assets.workLine,
      unitName: units.name,
      band: reading.band,
      burdenMid: reading.burdenMid,
      hits: reading.hits,
      exempt: reading.exempt,
      recommendation: reading.recommendation,
      decision: standing.decision,
    })
    .from(assets)
    .leftJoin(units, unit)
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(where)
    .orderBy(sql`${reading.band} asc nulls last, ${reading.burdenMid} desc nulls last, ${assets.name}, ${assets.id}`)
    .limit(size)
    .offset(offset);
  const all = tx
    .select({ total: count() })
    .from(assets)
    .leftJoin(units, unit)
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(where);
  const [items, [counted]] = await Promise.all([rows, all]);
  return { items, total: counted?.total ?? 0 };
}

/** Ids of the candidates of the filter in the order of the list, at most `limit`. */
export async function candidateIds(tx: Tx, filter: CandidateFilter, limit: number): Promise<string[]> {
  const { items } = await listCandidates(tx, { filter, offset: 0, size: limit });
  return items.map((item) => item.id);
}

/** Items that this one could merge into, by name: the same kind, running and staying, itself left out. */
export async function mergeTargets(
  tx: Tx,
  { assetId, q, size }: { assetId: string; q: string; size: number },
): Promise<{ id: string; name: string; unitName: string | null; state: AssetState }[]> {
  const [asset] = await tx.select({ kind: assets.kind }).from(assets).where(eq(assets.id, assetId));
  if (asset === undefined) return [];
  const reading = readingOf(tx, undefined);
  const standing = decisionOf(tx);
  return tx
    .select({ id: assets.id, name: assets.name, unitName: units.name, state: assets.state })
    .from(assets)
    .leftJoin(units, unit)
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(
      and(
        assetConditions(tx, { kinds: [asset.kind], q }, reading, standing),
        inArray(assets.state, ["in_use", "fixing"]),
        sql`${assets.id} <> ${assetId}`,
      ),
    )
    .orderBy(assets.name, assets.id)
    .limit(size);
}
