import { eq } from "drizzle-orm";
import { RemoveDemandInput } from "#lib/asset/inputs.ts";
import { DomainError } from "#lib/errors.ts";
import { command } from "../command.ts";
import { demands } from "../schema/index.ts";
import { holdAsset } from "./asset-writing.ts";
import { takeDemandBack } from "./demand-writing.ts";

const gone = () => new DomainError("not_found", "没有找到这条要求，它可能已被删除，请刷新页面");

/** Takes back a demand that was noted in error; its words stay in the history of the item. */
export const removeDemand = command(
  { action: "asset.remove_demand", capability: "edit_items", input: RemoveDemandInput },
  async ({ tx, actor, now }, input) => {
    const [found] = await tx.select().from(demands).where(eq(demands.id, input.id));
    if (found === undefined) throw gone();
    const asset = await holdAsset(tx, found.assetId);
    const demand = await takeDemandBack(tx, actor, now, { asset, demandId: input.id });
    if (demand === undefined) throw gone();
    const { type, quote, source, figure } = demand;
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
