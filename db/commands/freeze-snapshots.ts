import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { snapshotsOf } from "../queries/review-snapshots.ts";
import { reviewItems } from "../schema/index.ts";

const BATCH = 200;

/** Freezes what is known of every item of the agenda that is not frozen yet; how many. */
export async function freezeSnapshots(tx: Tx, sessionId: string): Promise<number> {
  const items = await tx
    .select({ id: reviewItems.id, assetId: reviewItems.assetId })
    .from(reviewItems)
    .where(and(eq(reviewItems.sessionId, sessionId), isNull(reviewItems.snapshot)));
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH);
    const snapshots = await snapshotsOf(
      tx,
      batch.map((item) => item.assetId),
    );
    const rows = batch.map((item) => ({ id: item.id, snapshot: snapshots.get(item.assetId) }));
    if (rows.some((row) => row.snapshot === undefined)) throw new Error("an item of the agenda has no snapshot");
    await tx.execute(sql`
      update review_items set snapshot = frozen.snapshot
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as frozen (id uuid, snapshot jsonb)
      where review_items.id = frozen.id and review_items.session_id = ${sessionId} and review_items.snapshot is null`);
  }
  return items.length;
}
