import { and, eq } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import type { DemandType } from "#lib/asset/vocabulary.ts";
import type { Tx } from "../client.ts";
import { demands } from "../schema/index.ts";
import { bumpVersion, recordChange, type StoredAsset } from "./asset-writing.ts";

export type StoredDemand = typeof demands.$inferSelect;

/** `textId`: the scanned text that a confirmation took it from. */
type Noted = { type: DemandType; quote: string; source: string; figure: string | null; textId?: string };

/** Adds a demand to a held item, with a line in its history; an equal one that is there already is returned as it is. */
export async function noteDemand(
  tx: Tx,
  actor: Actor,
  now: Date,
  { asset, demand }: { asset: StoredAsset; demand: Noted },
): Promise<{ demand: StoredDemand; isNew: boolean }> {
  const { textId, ...values } = demand;
  const [added] = await tx
    .insert(demands)
    .values({ regionCode: asset.regionCode, assetId: asset.id, ...values, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (added === undefined) {
    const [there] = await tx
      .select()
      .from(demands)
      .where(
        and(
          eq(demands.regionCode, asset.regionCode),
          eq(demands.assetId, asset.id),
          eq(demands.type, values.type),
          eq(demands.quote, values.quote),
        ),
      );
    if (there === undefined) throw new Error("demands refused a row that no other row stands against");
    return { demand: there, isNew: false };
  }
  await recordChange(tx, actor, now, {
    asset: await bumpVersion(tx, asset, now),
    verb: "update",
    change: { demand: [null, demand] },
  });
  return { demand: added, isNew: true };
}

/** Takes a demand from a held item, with a line in its history that keeps its words; undefined where it is gone already. */
export async function takeDemandBack(
  tx: Tx,
  actor: Actor,
  now: Date,
  { asset, demandId }: { asset: StoredAsset; demandId: string },
): Promise<StoredDemand | undefined> {
  const [removed] = await tx
    .delete(demands)
    .where(and(eq(demands.regionCode, asset.regionCode), eq(demands.id, demandId)))
    .returning();
  if (removed === undefined) return undefined;
  const { type, quote, source, figure } = removed;
  await recordChange(tx, actor, now, {
    asset: await bumpVersion(tx, asset, now),
    verb: "update",
    change: { demand: [{ type, quote, source, figure }, null] },
  });
  return removed;
}
