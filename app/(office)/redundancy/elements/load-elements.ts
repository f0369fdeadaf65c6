import type { ElementWaste } from "#lib/redundancy/waste/cuts.ts";
import { type ElementListFilter, elementList } from "#lib/redundancy/waste/element-list.ts";
import type { Waste } from "#lib/redundancy/waste/waste.ts";
import { type ElementSearch, wasteFilter } from "../search-params.ts";

/** All rows of the list in this state: what is shown page by page is what is exported. */
export function elementsOf(waste: Waste, { search, cause, pair, header, q, order }: ElementSearch): ElementWaste[] {
  const filter: ElementListFilter = {
    forms: wasteFilter(search),
    cause,
    pair,
    header: header === undefined ? undefined : header === "yes",
    q,
    order: order ?? "waste",
  };
  return elementList(waste, filter);
}
