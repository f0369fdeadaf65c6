import { AddDemandInput } from "#lib/asset/inputs.ts";
import { DomainError } from "#lib/errors.ts";
import { command } from "../command.ts";
import { holdAsset } from "./asset-writing.ts";
import { noteDemand } from "./demand-writing.ts";

/** Notes something that an item demands of the grass roots, with the words that prove it; the same words count once. */
export const addDemand = command(
  { action: "asset.add_demand", capability: "edit_items", input: AddDemandInput },
  async ({ tx, actor, now }, { assetId, figure = null, ...words }) => {
    const asset = await holdAsset(tx, assetId);
    const { demand, isNew } = await noteDemand(tx, actor, now, { asset, demand: { ...words, figure } });
    if (!isNew) throw new DomainError("conflict", "这条要求已登记过，原文相同，不必重复登记");
    const { type, quote, source } = demand;
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
