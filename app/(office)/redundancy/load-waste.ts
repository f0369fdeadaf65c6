import type { Tx } from "#db/client.ts";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { countRunningForms, loadRedundancyInput, partsOf, type RegionPart } from "#db/queries/redundancy-input.ts";
import { getRegionName } from "#db/queries/regions.ts";
import type { Actor } from "#lib/actor.ts";
import type { RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { type Waste, wasteOf } from "#lib/redundancy/waste/waste.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { WasteSearch } from "./search-params.ts";

/** More forms than these are read in the parts of the region, one after the other. */
const MOST_FORMS = 10_000;

/** A region that is looked at, by name and running forms; its parts where it has too many for one look, else null. */
export type Look = {
  regionCode: string;
  /** The same where it is not all of the reader's own, for what is narrowed by it. */
  region: string | undefined;
  scope: string;
  forms: number;
  parts: RegionPart[] | null;
};

/** The region that is asked for if it lies in the reader's own, else that. */
export async function lookAt(tx: Tx, actor: Actor, region: unknown): Promise<Look> {
  const isOwn = typeof region === "string" && /^\d{12}$/.test(region) && regionWithin(region, actor.scope);
  const regionCode = isOwn ? region : actor.scope;
  const scope = actor.role === "department" ? "本单位" : await getRegionName(tx, regionCode);
  const forms = await countRunningForms(tx, regionCode);
  const narrower = regionCode === actor.scope ? undefined : regionCode;
  return {
    regionCode,
    region: narrower,
    scope,
    forms,
    parts: forms > MOST_FORMS ? await partsOf(tx, regionCode) : null,
  };
}

/** What pairs of forms are asked of: a region, or a very region (`level`) without what lies below it, which is never too much. */
export async function lookAtPairs(
  tx: Tx,
  actor: Actor,
  asked: OverlapFilter,
): Promise<Look & { filter: OverlapFilter }> {
  const look = await lookAt(tx, actor, asked.level ?? asked.region);
  if (asked.level !== look.regionCode) return { ...look, filter: { ...asked, region: look.region, level: undefined } };
  return { ...look, parts: null, filter: { ...asked, region: undefined } };
}

export type LoadedWaste = Omit<Look, "parts"> &
  ({ isTooMany: true; parts: RegionPart[] } | { isTooMany: false; input: RedundancyInput; waste: Waste });

/** What is wasted in the region that is asked for, or in the reader's own; nothing where that is too many forms for one look. */
export async function loadWaste(tx: Tx, actor: Actor, { region }: WasteSearch): Promise<LoadedWaste> {
  const { parts, ...look } = await lookAt(tx, actor, region);
  if (parts !== null) return { ...look, isTooMany: true, parts };
  const input = await loadRedundancyInput(tx, { regionCode: look.regionCode });
  return { ...look, isTooMany: false, input, waste: wasteOf(input) };
}
