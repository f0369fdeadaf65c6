import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { catalogueOf, type OwnDataElement } from "#lib/redundancy/catalogue/catalogue.ts";
import type { DataElement, Sensitivity } from "#lib/redundancy/catalogue/data-element.ts";
import { type DataElementLink, linkOf } from "#lib/redundancy/catalogue/link.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import { type AliasResolver, aliasResolver } from "#lib/redundancy/element/alias.ts";
import { regionsAbove } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { assets, dataElements, elements, formFields, regions, units } from "../schema/index.ts";
import { inRegion } from "./in-region.ts";
import { aliasesIn } from "./item-sets.ts";

/** The data elements that hold in a region: those shipped, with the rows of its own and of the regions it lies in laid over them. */
export async function catalogueFor(tx: Tx, regionCode: string): Promise<DataElement[]> {
  const rows = await tx
    .select()
    .from(dataElements)
    .where(inArray(dataElements.regionCode, [regionCode, ...regionsAbove(regionCode)]))
    .orderBy(asc(dataElements.regionCode), asc(dataElements.identifier));
  return catalogueOf(STANDARD_DATA_ELEMENTS, rows.map(toOwn));
}

/** A stored row as the catalogue takes it. */
export function toOwn(row: typeof dataElements.$inferSelect): OwnDataElement {
  const { createdAt: _, updatedAt: __, ...told } = row;
  // Safe because every write goes through the command, which takes 0, 1 and 2 only.
  return { ...told, sensitivity: told.sensitivity as Sensitivity | null };
}

/** How names are read in a region: by the answers of its people and of those above. */
export async function resolverFor(tx: Tx, regionCode: string): Promise<AliasResolver> {
  return aliasResolver((await aliasesIn(tx, [regionCode])).get(regionCode) ?? []);
}

/** Which data element of a region's catalogue the key of a data item is. */
export async function dataElementLink(tx: Tx, regionCode: string): Promise<DataElementLink> {
  return linkOf(await catalogueFor(tx, regionCode), await resolverFor(tx, regionCode));
}

/** Who asks for a data item: its number, its key, and the running forms of the region that ask for it. */
export type AskedElement = { id: number; key: string; forms: string[] };

/** The data items that running forms of a region's subtree ask for, with those forms. */
export async function askedElements(tx: Tx, regionCode: string): Promise<AskedElement[]> {
  return tx
    .select({ id: elements.id, key: elements.key, forms: sql<string[]>`array_agg(distinct ${formFields.assetId})` })
    .from(formFields)
    .innerJoin(assets, and(eq(assets.regionCode, formFields.regionCode), eq(assets.id, formFields.assetId)))
    .innerJoin(elements, eq(elements.id, formFields.elementId))
    .where(
      and(
        inRegion(formFields.regionCode, regionCode),
        eq(formFields.technical, false),
        inArray(assets.state, [...RUNNING_STATES]),
      ),
    )
    .groupBy(elements.id, elements.key)
    .orderBy(asc(elements.id));
}

export type AskingForm = { id: string; name: string; unitName: string | null; label: string };

/** The running forms of a region's subtree that ask for any of these data items, each in its own words; at most `most`. */
export async function formsAsking(
  tx: Tx,
  { regionCode, elementIds, most }: { regionCode: string; elementIds: readonly number[]; most: number },
): Promise<AskingForm[]> {
  if (elementIds.length === 0) return [];
  return tx
    .select({
      id: assets.id,
      name: assets.name,
      unitName: units.name,
      label: sql<string>`string_agg(${formFields.label}, '、' order by ${formFields.position})`,
    })
    .from(formFields)
    .innerJoin(assets, and(eq(assets.regionCode, formFields.regionCode), eq(assets.id, formFields.assetId)))
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .where(
      and(
        inRegion(formFields.regionCode, regionCode),
        eq(formFields.technical, false),
        inArray(formFields.elementId, [...elementIds]),
        inArray(assets.state, [...RUNNING_STATES]),
      ),
    )
    .groupBy(assets.regionCode, assets.id, assets.name, units.name)
    .orderBy(asc(assets.name), asc(assets.id))
    .limit(most);
}

/** The names of the divisions and units that rows of a catalogue lie in and come from, by their codes and ids. */
export async function namesOfCatalogue(
  tx: Tx,
  catalogue: readonly DataElement[],
): Promise<{ regions: Map<string, string>; units: Map<string, string> }> {
  const own = catalogue.flatMap((element) => element.own ?? []);
  const codes = [...new Set(own.map(({ regionCode }) => regionCode))];
  const ids = [...new Set(own.flatMap(({ sourceUnitId }) => sourceUnitId ?? []))];
  const regionRows = codes.length
    ? await tx.select({ code: regions.code, name: regions.name }).from(regions).where(inArray(regions.code, codes))
    : [];
  const unitRows = ids.length
    ? await tx.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, ids))
    : [];
  return {
    regions: new Map(regionRows.map(({ code, name }) => [code, name])),
    units: new Map(unitRows.map(({ id, name }) => [id, name])),
  };
}
