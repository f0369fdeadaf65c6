import type { Tx } from "#db/client.ts";
import { askedElements, catalogueFor, namesOfCatalogue, resolverFor } from "#db/queries/data-elements.ts";
import type { DataElement } from "#lib/redundancy/catalogue/data-element.ts";
import { linkOf } from "#lib/redundancy/catalogue/link.ts";
import { isSought } from "#lib/redundancy/catalogue/search.ts";
import type { CatalogueAddress } from "./search-params.ts";

/** A data element with what the forms of the region ask of it. */
export type CatalogueRow = {
  element: DataElement;
  /** The data items that forms ask for and that are this data element: their numbers, and how many forms ask for each. */
  items: { id: number; key: string; forms: number }[];
  /** Running forms that ask for it, each once. */
  forms: number;
};

export type LoadedCatalogue = {
  rows: CatalogueRow[];
  regionNames: ReadonlyMap<string, string>;
  unitNames: ReadonlyMap<string, string>;
};

/** The catalogue of a region with who asks for what there, in the order of identifiers. */
export async function loadCatalogue(tx: Tx, regionCode: string): Promise<LoadedCatalogue> {
  const catalogue = await catalogueFor(tx, regionCode);
  const link = linkOf(catalogue, await resolverFor(tx, regionCode));
  const asked = Map.groupBy(await askedElements(tx, regionCode), ({ key }) => link(key)?.identifier);
  const names = await namesOfCatalogue(tx, catalogue);
  return {
    rows: catalogue.map((element) => {
      const items = asked.get(element.identifier) ?? [];
      return {
        element,
        items: items.map(({ id, key, forms }) => ({ id, key, forms: forms.length })),
        forms: new Set(items.flatMap(({ forms }) => forms)).size,
      };
    }),
    regionNames: names.regions,
    unitNames: names.units,
  };
}

/** The rows of a list, in its order. */
export function soughtRows(rows: readonly CatalogueRow[], address: CatalogueAddress): CatalogueRow[] {
  const sought = rows.filter(({ element, forms }) => isSought(element, forms, address));
  return address.sort === "identifier" ? sought : sought.sort((a, b) => b.forms - a.forms);
}

/** Whose a data element is, in words. */
export function ownerText({ own }: DataElement, scope: string, regionNames: ReadonlyMap<string, string>): string {
  if (own === null) return "随产品提供";
  const owner = own.regionCode === scope ? "本机关" : (regionNames.get(own.regionCode) ?? own.regionCode);
  return own.replaces ? `${owner}改动` : `${owner}自建`;
}
