import { and, eq, ne, sql } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { SCANNED_DEMANDS } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { ReopenHitInput } from "#lib/scan/inputs.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { assetChanges, assets, demands, indicators, textHits } from "../schema/index.ts";
import { holdAsset } from "./asset-writing.ts";
import { takeDemandBack } from "./demand-writing.ts";
import { holdHit, type StoredHit, sentenceHash } from "./text-writing.ts";

/**
 * Takes the decision on a hit back. The demand or the indicator that the confirmation made goes too, unless another hit rests
 * on it or a person has worked on it since.
 */
export const reopenHit = command(
  { action: "text.reopen_hit", capability: "scan_texts", input: ReopenHitInput },
  async ({ tx, actor, now }, { id }) => {
    const { hit, text } = await holdHit(tx, id);
    if (hit.state === "open") throw new DomainError("conflict", "这一处还没有处理，或已被撤回，请刷新页面");
    await tx
      .update(textHits)
      .set({
        state: "open",
        demand: scannedAs(hit),
        assetId: null,
        unitId: null,
        indicatorId: null,
        demandId: null,
        reason: null,
        decidedBy: null,
        decidedByName: null,
        decidedAt: null,
      })
      .where(and(eq(textHits.regionCode, hit.regionCode), eq(textHits.id, id)));
    const removedDemand = await dropDemand(tx, actor, now, hit);
    await dropIndicator(tx, hit, text.id);
    return {
      result: { id },
      audit: {
        regionCode: hit.regionCode,
        subjectType: "text",
        subjectId: text.id,
        detail: {
          hitId: id,
          before: hit.state,
          reason: hit.reason,
          assetId: hit.assetId,
          indicatorId: hit.indicatorId,
          demandId: removedDemand ? hit.demandId : null,
        },
      },
    };
  },
);

/** What the scanner took the hit for, before a person said otherwise: the hash of its sentence tells. */
function scannedAs(hit: StoredHit) {
  return SCANNED_DEMANDS.find((demand) => sentenceHash(demand, hit.sentence) === hit.sentenceHash) ?? hit.demand;
}

async function dropDemand(tx: Tx, actor: Actor, now: Date, hit: StoredHit): Promise<boolean> {
  const { assetId, demandId } = hit;
  if (assetId === null || demandId === null) return false;
  // The item may be gone, and its demands with it.
  const [known] = await tx.select({ id: assets.id }).from(assets).where(eq(assets.id, assetId));
  if (known === undefined) return false;
  const asset = await holdAsset(tx, assetId);
  const others = await tx.$count(textHits, and(eq(textHits.demandId, demandId), ne(textHits.id, hit.id)));
  if (others > 0) return false;
  const [demand] = await tx.select().from(demands).where(eq(demands.id, demandId));
  if (demand === undefined) return false;
  // What a person had noted by hand was only linked, and stays.
  const noted = JSON.stringify([null, { type: demand.type, quote: demand.quote }]);
  const ofConfirmation = await tx.$count(
    assetChanges,
    and(
      eq(assetChanges.assetId, assetId),
      eq(assetChanges.at, demand.createdAt),
      sql`${assetChanges.change} -> 'demand' @> ${noted}::jsonb`,
      sql`${assetChanges.change} #> '{demand,1}' ? 'textId'`,
    ),
  );
  if (ofConfirmation === 0) return false;
  return (await takeDemandBack(tx, actor, now, { asset, demandId })) !== undefined;
}

/** The indicator that the confirmation registered, unless another hit rests on it or a person has worked on it since. */
async function dropIndicator(tx: Tx, hit: StoredHit, textId: string): Promise<void> {
  if (hit.indicatorId === null) return;
  const others = await tx.$count(textHits, and(eq(textHits.indicatorId, hit.indicatorId), ne(textHits.id, hit.id)));
  if (others > 0) return;
  await tx
    .delete(indicators)
    .where(
      and(
        eq(indicators.id, hit.indicatorId),
        eq(indicators.textId, textId),
        eq(indicators.state, "listed"),
        eq(indicators.createdAt, indicators.updatedAt),
      ),
    );
}
