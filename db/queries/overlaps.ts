import { and, eq, inArray, sql } from "drizzle-orm";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { type Frequency, RUNNING_STATES, type WorkLine } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { FORM_RELATIONS, type FormRelation } from "#lib/redundancy/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assets, itemOverlaps } from "../schema/index.ts";
import { inPlace, type Place } from "./in-region.ts";
import {
  formPairsOf,
  hasFields,
  jaccardOf,
  type OverlapBase,
  type OverlapFilter,
  overlapConditions,
  pairsOfFew,
} from "./overlap-filter.ts";
import type { Cursor, Page } from "./page.ts";
import { allPairs, facing, type PairOrder, type PairRow, pairPage, pairRows } from "./pair-page.ts";

/** One of the two forms of a pair. `reached`: the actor may see the form itself, and not only that there is one. */
export type OverlapSide = {
  id: string;
  name: string;
  unitName: string | null;
  respondent: string | null;
  reached: boolean;
  workLine: WorkLine | null;
  frequency: Frequency | null;
  timesPerYear: number | null;
  /** Hours a year; null where they are unknown, or not for the actor to see. */
  hours: number | null;
};

/** Two forms that overlap, with the counts of data items: all, and without headers. */
export type FormPairRow = {
  a: OverlapSide;
  b: OverlapSide;
  relation: FormRelation;
  shared: number;
  sizeA: number;
  sizeB: number;
  ownShared: number;
  ownA: number;
  ownB: number;
  /** How they word their questions; null where that was not read. */
  wordings: { shared: number; a: number; b: number } | null;
};

function toSide(id: string, { seen, name, unitName, respondent, workLine, attributes }: PairRow["a"]): OverlapSide {
  const known = (attributes ?? {}) as FormAttributes;
  const burden = seen === null ? undefined : annualBurden("form", known);
  return {
    id,
    name,
    unitName,
    respondent,
    reached: seen !== null,
    workLine,
    frequency: known.frequency ?? null,
    timesPerYear: known.timesPerYear ?? null,
    hours: burden?.known ? burden.hours.mid : null,
  };
}

/** `first`: the form that is to stand on the left. */
function toRow(pair: PairRow, first: string | undefined): FormPairRow {
  const { aId, bId, place: _, a, b, relation, wordsShared, wordsA, wordsB, ...counts } = facing(pair, first);
  const wordings =
    wordsShared === null || wordsA === null || wordsB === null ? null : { shared: wordsShared, a: wordsA, b: wordsB };
  // A pair of forms always has a relation: the column is empty for apps only.
  return { a: toSide(aId, a), b: toSide(bId, b), relation: relation ?? "different", ...counts, wordings };
}

/** The nearest first: by relation, then by how much of the two is in both. */
const RANK = sql`array_position(${sql.raw(`array[${FORM_RELATIONS.map((relation) => `'${relation}'`).join(", ")}]::form_relation[]`)}, ${itemOverlaps.relation})`;
const nearestFirst = (base: OverlapBase = "all"): PairOrder => [
  [RANK, "int"],
  [sql`-${jaccardOf(base)}`, "float8"],
  [sql`-${itemOverlaps.shared}`, "int"],
];

/** One page of pairs of forms, by keyset; with `form` in the filter that form stands on the left. */
export async function listFormPairs(
  tx: Tx,
  { filter, cursor, size }: { filter: OverlapFilter; cursor?: Cursor | undefined; size: number },
): Promise<Page<FormPairRow>> {
  const where = overlapConditions(filter);
  const from = formPairsOf(filter);
  const page = await pairPage(tx, { from, where, order: nearestFirst(filter.base), cursor, size });
  return { ...page, items: page.items.map((row) => toRow(row, filter.form)) };
}

/** How many pairs of the filter stand in each relation, whatever relations the filter names. */
export async function countFormRelations(
  tx: Tx,
  { relations: _, ...filter }: OverlapFilter,
): Promise<Record<FormRelation, number>> {
  const found = await tx
    .select({ relation: itemOverlaps.relation, count: sql<number>`count(*)::int` })
    .from(formPairsOf(filter))
    .where(overlapConditions(filter))
    .groupBy(itemOverlaps.relation);
  const counts = new Map(found.map(({ relation, count }) => [relation, count]));
  return Object.fromEntries(FORM_RELATIONS.map((relation) => [relation, counts.get(relation) ?? 0])) as Record<
    FormRelation,
    number
  >;
}

/** Every pair of the filter, in the order of the list: never cut. */
export async function* exportFormPairs(tx: Tx, filter: OverlapFilter): AsyncGenerator<FormPairRow> {
  const where = overlapConditions(filter);
  for await (const rows of allPairs(tx, {
    from: formPairsOf(filter),
    where,
    order: nearestFirst(filter.base),
  }))
    for (const row of rows) yield toRow(row, filter.form);
}

/** The stored overlap of two forms, the first of them on the left; undefined where they have too little in common to be kept. */
export async function findFormPair(tx: Tx, first: string, second: string): Promise<FormPairRow | undefined> {
  const [aId, bId] = [first, second].sort() as [string, string];
  const where = and(
    eq(itemOverlaps.kind, "form"),
    inArray(itemOverlaps.toldBy, [first, second]),
    eq(itemOverlaps.aId, aId),
    eq(itemOverlaps.bId, bId),
  );
  const [row] = await pairRows(tx, { from: pairsOfFew, where, order: [] });
  return row && toRow(row, first);
}

/** A form, and what it must be and have to be compared with others. */
export type ComparedForm = { id: string; name: string; isRunning: boolean; hasFields: boolean };

/** The form whose pairs are asked for; undefined where there is none that the actor sees. */
export async function findComparedForm(tx: Tx, id: string): Promise<ComparedForm | undefined> {
  const [row] = await tx
    .select({
      id: assets.id,
      name: assets.name,
      isRunning: sql<boolean>`${inArray(assets.state, [...RUNNING_STATES])}`,
      hasFields: sql<boolean>`${hasFields}`,
    })
    .from(assets)
    .where(and(eq(assets.id, id), eq(assets.kind, "form")));
  return row;
}

/** What a list of pairs is made from: why it may be empty. Counted over what the actor reaches. */
export async function countFormStock(
  tx: Tx,
  place: Place = {},
): Promise<{ running: number; withFields: number; pairs: number }> {
  const [row] = await tx
    .select({
      running: sql<number>`count(*)::int`,
      withFields: sql<number>`(count(*) filter (where ${hasFields}))::int`,
    })
    .from(assets)
    .where(and(eq(assets.kind, "form"), inArray(assets.state, [...RUNNING_STATES]), inPlace(assets.regionCode, place)));
  return {
    running: row?.running ?? 0,
    withFields: row?.withFields ?? 0,
    pairs: await tx.$count(formPairsOf(place), overlapConditions(place)),
  };
}
