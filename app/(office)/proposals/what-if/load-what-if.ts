import type { Tx } from "#db/client.ts";
import { type PickedItem, pickedItems } from "#db/queries/proposals.ts";
import { loadRedundancyInput } from "#db/queries/redundancy-input.ts";
import { type ItemsWhatIf, itemsWhatIf } from "#lib/redundancy/proposal/items-what-if.ts";
import type { RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { regionWithin } from "#lib/region/region.ts";
import { fateIn, type WhatIfSearch } from "./search-params.ts";

export type LoadedWhatIf = { items: PickedItem[]; result: ItemsWhatIf; input: RedundancyInput; regionCode: string };

/** What is asked, worked out among all forms of the county that the items are in, or of all that the actor reaches. */
export async function loadWhatIf(tx: Tx, search: WhatIfSearch, scope: string): Promise<LoadedWhatIf> {
  const items = await pickedItems(tx, search.items);
  const regionCode = countyOf(items, scope);
  const input = await loadRedundancyInput(tx, { regionCode });
  const result = itemsWhatIf(input, { items, fateOf: (id) => fateIn(search, id), hourlyWage: search.wage });
  return { items, result, input, regionCode };
}

/** Forms that the same people fill in are forms of one county; of items of several counties all are looked at. */
function countyOf(items: readonly PickedItem[], scope: string): string {
  const counties = [...new Set(items.map(({ regionCode }) => `${regionCode.slice(0, 6)}000000`))];
  const [county] = counties;
  return county !== undefined && counties.length === 1 && regionWithin(county, scope) ? county : scope;
}
