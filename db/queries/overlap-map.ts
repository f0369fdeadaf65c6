import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import type { MapForm, MapPair } from "#lib/redundancy/cluster/cluster-map.ts";
import { elementTitle } from "#lib/redundancy/element/element-title.ts";
import { unpack } from "#lib/redundancy/item/packed.ts";
import type { Tx } from "../client.ts";
import { assets, elements, formFields, itemOverlaps, itemSets } from "../schema/index.ts";
import { elementsNumbered } from "./elements.ts";
import { inPlace, type Place } from "./in-region.ts";
import { formPairsOf, hasFields, jaccardOf, type OverlapFilter, overlapConditions } from "./overlap-filter.ts";
import { unitLabel } from "./unit-label.ts";

/** More pairs than a reader gains anything from; then the limits have to be raised. */
export const MOST_MAPPED_PAIRS = 20_000;

/** The pairs of a filter with their forms, as the map of clusters is made from them; `forms` and `pairs` are empty where there are too many. */
export type OverlapMap = { total: number; pairs: MapPair[]; forms: MapForm[] };

export async function loadOverlapMap(tx: Tx, filter: OverlapFilter): Promise<OverlapMap> {
  const where = overlapConditions(filter);
  const from = formPairsOf(filter);
  const total = await tx.$count(from, where);
  if (total > MOST_MAPPED_PAIRS) return { total, pairs: [], forms: [] };
  const found = await tx
    .select({
      a: itemOverlaps.aId,
      b: itemOverlaps.bId,
      relation: itemOverlaps.relation,
      share: sql<number>`${jaccardOf(filter.base ?? "all")}`,
    })
    .from(from)
    .where(where)
    .orderBy(asc(itemOverlaps.aId), asc(itemOverlaps.bId));
  const pairs = found.map(({ relation, ...pair }) => ({ ...pair, relation: relation ?? ("different" as const) }));
  return { total, pairs, forms: await formsOf(tx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]) };
}

/** Forms by their sets: another unit's is known by name and data alone. */
async function formsOf(tx: Tx, ids: readonly string[]): Promise<MapForm[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: itemSets.assetId,
      name: itemSets.name,
      unitName: unitLabel(itemSets),
      own: itemSets.own,
      workLine: assets.workLine,
      attributes: sql<FormAttributes | null>`${assets.attributes}`,
    })
    .from(itemSets)
    .leftJoin(assets, and(eq(assets.regionCode, itemSets.regionCode), eq(assets.id, itemSets.assetId)))
    .where(sql`${itemSets.assetId} = any(${sql.param([...ids])}::uuid[])`)
    .orderBy(asc(itemSets.assetId));
  const sets = rows.map(({ own }) => [...unpack(own)]);
  const keyOf = new Map((await elementsNumbered(tx, sets.flat())).map(({ id, key }) => [id, key]));
  return rows.map(({ attributes, own: _, ...row }, at) => {
    const burden = attributes === null ? undefined : annualBurden("form", attributes);
    return {
      ...row,
      hours: burden?.known ? burden.hours.mid : null,
      own: (sets[at] ?? []).flatMap((number) => keyOf.get(number) ?? []),
    };
  });
}

/** What to call the elements that are a form's own, by key: as the labels word them that the actor reaches on these forms. */
export async function elementTitles(tx: Tx, forms: readonly MapForm[]): Promise<(key: string) => string> {
  const ids = forms.map(({ id }) => id);
  const rows = await tx
    .select({ key: elements.key, labels: sql<string[]>`array_agg(${formFields.label})` })
    .from(formFields)
    .innerJoin(elements, eq(elements.id, formFields.elementId))
    .where(and(sql`${formFields.assetId} = any(${sql.param(ids)}::uuid[])`, eq(elements.header, false)))
    .groupBy(elements.key);
  const labels = new Map(rows.map((row) => [row.key, row.labels]));
  return (key) => elementTitle(key, labels.get(key) ?? []);
}

/** The running forms with fields that the actor reaches and that are not among these, by name. */
export async function listFormsApart(
  tx: Tx,
  mapped: ReadonlySet<string>,
  place: Place = {},
): Promise<{ id: string; name: string; unitName: string | null }[]> {
  const rows = await tx
    .select({
      id: assets.id,
      name: assets.name,
      unitName: unitLabel(assets),
    })
    .from(assets)
    .where(
      and(
        eq(assets.kind, "form"),
        inArray(assets.state, [...RUNNING_STATES]),
        hasFields,
        inPlace(assets.regionCode, place),
      ),
    )
    .orderBy(sql`${assets.name} collate "C"`, asc(assets.id));
  return rows.filter(({ id }) => !mapped.has(id));
}
