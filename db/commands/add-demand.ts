import { AddDemandInput } from "#lib/asset/inputs.ts";
import { DomainError } from "#lib/errors.ts";
import { command } from "../command.ts";
import { demands } from "../schema/index.ts";
import { bumpVersion, holdAsset, recordChange } from "./asset-writing.ts";

/** Notes something that an item demands of the grass roots, with the words that prove it; the same words count once. */
export const addDemand = command(
  { action: "asset.add_demand", capability: "edit_items", input: AddDemandInput },
  async ({ tx, actor, now }, input) => {
    const asset = await bumpVersion(tx, await holdAsset(tx, input.assetId), now);
    const [demand] = await tx
      .insert(demands)
      .values({
        regionCode: asset.regionCode,
        assetId: asset.id,
        type: input.type,
        quote: input.quote,
        source: input.source,
        figure: input.figure ?? null,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (demand === undefined) throw new DomainError("conflict", "这条要求已登记过，原文相同，不必重复登记");
    const { type, quote, source, figure } = demand;
    await recordChange(tx, actor, now, {
      asset,
      verb: "update",
      change: { demand: [null, { type, quote, source, figure }] },
    });
    return {
      result: { id: demand.id },
      audit: {
        regionCode: asset.regionCode,
        subjectType: "asset",
        subjectId: asset.id,
        detail: { demandId: demand.id, type, quote, source, figure },
      },
    };
  },
);
