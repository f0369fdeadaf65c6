import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { WorkLine } from "#lib/asset/vocabulary.ts";
import type { FormRelation } from "#lib/redundancy/vocabulary.ts";
import { regionsAbove } from "#lib/region/region.ts";
import { assets, itemOverlaps, itemOverlapsOfFew } from "../schema/index.ts";
import { inRegion, onLineOf } from "./in-region.ts";
import { holdsWords } from "./search.ts";

/** What a share is of: of all data items of the two forms, or of those that are no header. */
export type OverlapBase = "all" | "own";

/** Which pairs of forms a list holds; an absent member does not narrow it. A pair is held when either form fits. */
export type OverlapFilter = {
  relations?: readonly FormRelation[] | undefined;
  base?: OverlapBase | undefined;
  /** At least this percent (0 to 100) of what the two have together is in both. */
  jaccard?: number | undefined;
  /** At least this percent of the smaller form is in the other. */
  containment?: number | undefined;
  /** A unit's id. */
  unit?: string | undefined;
  workLine?: WorkLine | undefined;
  respondent?: string | undefined;
  /** The pairs of this form only. */
  form?: string | undefined;
  /** One of the two lies in this region or below it. */
  region?: string | undefined;
  /** One of the two lies in this very region, and none below it. */
  level?: string | undefined;
  /** Every word must occur in the names of the forms or of their units. */
  q?: string | undefined;
};

const { sizeA, sizeB, shared, ownA, ownB, ownShared } = itemOverlaps;

/** Counts that a share is made of. */
export const countsOf = (base: OverlapBase) =>
  base === "own" ? { shared: ownShared, a: ownA, b: ownB } : { shared, a: sizeA, b: sizeB };

/** What both have of what the two have together, from 0 to 1. */
export function jaccardOf(base: OverlapBase): SQL {
  const { shared, a, b } = countsOf(base);
  return sql`coalesce(${shared}::float8 / nullif(${a} + ${b} - ${shared}, 0), 0)`;
}

/** One of the two items is among these: they are looked up once and not once a pair. */
const either = (ids: SQL) => sql`(${itemOverlaps.aId} in (${ids}) or ${itemOverlaps.bId} in (${ids}))`;
/** One of the two sets fits: `condition` is over the alias `one` of `item_sets`. */
export const eitherSet = (condition: SQL) => either(sql`select one.asset_id from item_sets as one where ${condition}`);
export const eitherItem = (condition: SQL) => either(sql`select one.id from assets as one where ${condition}`);

/** One of the two items is this one: the pairs that it tells of, and those that others on its line tell of it. Of the pairs of few. */
export function isOf(id: string): SQL {
  const { aId, bId, toldBy } = itemOverlaps;
  const prefix = sql`(select region_prefix(region_code) from item_sets where asset_id = ${id}::uuid)`;
  const tellers = (where: SQL) => sql`select asset_id from item_sets where ${where} and pair_ids @> array[${id}::uuid]`;
  return sql`(${toldBy} = any(array(select ${id}::uuid
      union all ${tellers(sql`region_code >= ${prefix} and region_code < ${prefix} || '~'`)}
      union all ${tellers(sql`region_code = any(regions_above(${prefix}))`)}))
    and ${id}::uuid in (${aId}, ${bId}))`;
}

/** One of the two lies in a region: only items there and above it can tell of such a pair. */
function isIn(regionCode: string): SQL | undefined {
  const { aRegion, bRegion, toldIn } = itemOverlaps;
  return and(onLineOf(toldIn, regionCode), or(inRegion(aRegion, regionCode), inRegion(bRegion, regionCode)));
}

/** The deeper of the two lies in this very region: then one of it or above it tells of the pair. */
function isOfLevel(regionCode: string): SQL | undefined {
  const { toldIn, regionCode: deeper } = itemOverlaps;
  return and(inArray(toldIn, [regionCode, ...regionsAbove(regionCode)]), eq(deeper, regionCode));
}

/** The pairs of few items, by the name of all pairs, so that conditions are the same. */
export const pairsOfFew = new QueryBuilder().select().from(itemOverlapsOfFew).as("item_overlaps");
/** Where pairs are read from: those of one item, or of a region, are found by it (`few`). */
export const pairsOf = (few: string | undefined): PairSource => (few === undefined ? itemOverlaps : pairsOfFew);
/** The same for pairs of forms. */
export const formPairsOf = ({ form, region, level }: OverlapFilter): PairSource => pairsOf(form ?? region ?? level);
export type PairSource = typeof itemOverlaps | typeof pairsOfFew;

/** Whether a form of `assets` has fields that people fill in. */
export const hasFields = sql`exists (select 1 from form_fields where form_fields.region_code = ${assets.regionCode} and form_fields.asset_id = ${assets.id} and not form_fields.technical)`;

/** The filter as one condition over `item_overlaps`. Shares are re-cut from the stored counts, in whole numbers. */
export function overlapConditions(filter: OverlapFilter): SQL | undefined {
  const { shared, a, b } = countsOf(filter.base ?? "all");
  return and(
    eq(itemOverlaps.kind, "form"),
    filter.relations === undefined ? undefined : inArray(itemOverlaps.relation, [...filter.relations]),
    filter.jaccard === undefined
      ? undefined
      : sql`${shared} * 100 >= ${filter.jaccard}::int * (${a} + ${b} - ${shared})`,
    filter.containment === undefined
      ? undefined
      : sql`(${shared} > 0 and ${shared} * 100 >= ${filter.containment}::int * least(${a}, ${b}))`,
    filter.form === undefined ? undefined : isOf(filter.form),
    filter.region === undefined ? undefined : isIn(filter.region),
    filter.level === undefined ? undefined : isOfLevel(filter.level),
    filter.unit === undefined ? undefined : eitherSet(sql`one.unit_id = ${filter.unit}::uuid`),
    filter.respondent === undefined ? undefined : eitherSet(sql`one.respondent = ${filter.respondent}`),
    filter.workLine === undefined ? undefined : eitherItem(sql`one.work_line::text = ${filter.workLine}`),
    ...holdsWords(filter.q, sql`one.name`, sql`unit_label(one.region_code, one.unit_id)`).map(eitherSet),
  );
}
