import type { Tx } from "#db/client.ts";
import { countRunningForms, loadRedundancyInput } from "#db/queries/redundancy-input.ts";
import { getRegionName } from "#db/queries/regions.ts";
import type { Actor } from "#lib/actor.ts";
import type { RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { type Waste, wasteOf } from "#lib/redundancy/waste/waste.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { WasteSearch } from "./search-params.ts";

/** More forms than these are read in the parts of the region, one after the other. */
export const MOST_FORMS = 10_000;

export type LoadedWaste = { regionCode: string; scope: string; forms: number } & (
  | { isTooMany: true }
  | { isTooMany: false; input: RedundancyInput; waste: Waste }
);

/** The region that is asked for if it lies in the reader's own, else that. */
export function regionAsked(actor: Actor, region: unknown): string {
  return typeof region === "string" && /^\d{12}$/.test(region) && regionWithin(region, actor.scope)
    ? region
    : actor.scope;
}

/** What is wasted in the region that is asked for, or in the reader's own; nothing where that is too many forms for one look. */
export async function loadWaste(tx: Tx, actor: Actor, { region }: WasteSearch): Promise<LoadedWaste> {
  const regionCode = regionAsked(actor, region);
  const name = await getRegionName(tx, regionCode);
  const scope = actor.role === "department" ? "本单位" : name;
  const forms = await countRunningForms(tx, regionCode);
  if (forms > MOST_FORMS) return { regionCode, scope, forms, isTooMany: true };
  const input = await loadRedundancyInput(tx, { regionCode });
  return { regionCode, scope, forms, isTooMany: false, input, waste: wasteOf(input) };
}
