import { sql } from "drizzle-orm";
import type { AssetState } from "#lib/asset/vocabulary.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Tx } from "../client.ts";

/** Of each item the decision that stands now: the last one that was not withdrawn. */
const standing = sql`(
  select distinct on (asset_region_code, asset_id) *
  from decisions where withdrawn_at is null
  order by asset_region_code, asset_id, decided_at desc, id
)`;

/** Names of the items that are being merged into this one. */
export async function mergingInto(tx: Tx, assetId: string): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select assets.name
    from ${standing} as standing
    join assets on assets.region_code = standing.asset_region_code and assets.id = standing.asset_id
    where standing.target_asset_id = ${assetId} and standing.decision = 'merge' and assets.state = 'merging'
    order by assets.name, assets.id`);
  return rows.map((row) => row.name);
}

/** The decision that stands for one item of an agenda; null while it is pending. */
export async function standingDecision(tx: Tx, reviewItemId: string): Promise<Decision | null> {
  const [row] = await tx.execute<{ decision: Decision }>(
    sql`select decision from decisions where review_item_id = ${reviewItemId} and withdrawn_at is null`,
  );
  return row?.decision ?? null;
}

type Made = { id: string; assetId: string; decision: Decision; decidedAt: Date };

/** The item's state before a decision (null: the decision left it alone), and whether its state was set again after. */
export async function stateBefore(
  tx: Tx,
  { assetId, decision, decidedAt }: Made,
): Promise<{ state: AssetState | null; changedSince: boolean }> {
  const [row] = await tx.execute<{ state: AssetState | null; changed_since: boolean }>(sql`
    with made as (
      select seq, change #>> '{state,0}' as state from asset_changes
      where asset_id = ${assetId} and verb = 'decide' and change #>> '{decision,1}' = ${decision}
        and at = ${decidedAt.toISOString()}::timestamptz
      order by seq desc limit 1
    )
    select made.state, exists (
      select 1 from asset_changes later
      where later.asset_id = ${assetId} and later.seq > made.seq and later.change ? 'state'
    ) as changed_since
    from made`);
  if (row === undefined) throw new Error(`the history of item ${assetId} does not hold its decision`);
  return { state: row.state, changedSince: row.changed_since };
}

/** Whether the item that was being merged into before this decision still runs and stays. */
export async function formerTargetRuns(tx: Tx, { id, assetId }: Made): Promise<boolean> {
  const [row] = await tx.execute<{ runs: boolean }>(sql`
    select target.state in ('in_use', 'fixing') as runs
    from decisions former
    join assets target on target.id = former.target_asset_id
    where former.asset_id = ${assetId} and former.id <> ${id} and former.withdrawn_at is null
    order by former.decided_at desc, former.id
    limit 1`);
  return row?.runs ?? false;
}
