import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { type Frequency, RUNNING_STATES, type WorkLine } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { FORM_RELATIONS, type FormRelation } from "#lib/redundancy/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assets, itemOverlaps, itemSets } from "../schema/index.ts";
import { jaccardOf, type OverlapBase, type OverlapFilter, overlapConditions } from "./overlap-filter.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";

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

const setA = alias(itemSets, "set_a");
const setB = alias(itemSets, "set_b");
const itemA = alias(assets, "item_a");
const itemB = alias(assets, "item_b");

const side = (set: typeof setA | typeof setB, item: typeof itemA | typeof itemB) => ({
  name: set.name,
  unitName: sql<string | null>`unit_label(${set.regionCode}, ${set.unitId})`,
  respondent: set.respondent,
  seen: item.id,
  workLine: item.workLine,
  attributes: item.attributes,
});

function rows(tx: Tx, base: OverlapBase) {
  return tx
    .select({
      aId: itemOverlaps.aId,
      bId: itemOverlaps.bId,
      relation: itemOverlaps.relation,
      shared: itemOverlaps.shared,
      sizeA: itemOverlaps.sizeA,
      sizeB: itemOverlaps.sizeB,
      ownShared: itemOverlaps.ownShared,
      ownA: itemOverlaps.ownA,
      ownB: itemOverlaps.ownB,
      wordsShared: itemOverlaps.wordsShared,
      wordsA: itemOverlaps.wordsA,
      wordsB: itemOverlaps.wordsB,
      jaccard: sql<number>`${jaccardOf(base)}`,
      a: side(setA, itemA),
      b: side(setB, itemB),
    })
    .from(itemOverlaps)
    .innerJoin(setA, and(eq(setA.regionCode, itemOverlaps.aRegion), eq(setA.assetId, itemOverlaps.aId)))
    .innerJoin(setB, and(eq(setB.regionCode, itemOverlaps.bRegion), eq(setB.assetId, itemOverlaps.bId)))
    .leftJoin(itemA, and(eq(itemA.regionCode, itemOverlaps.aRegion), eq(itemA.id, itemOverlaps.aId)))
    .leftJoin(itemB, and(eq(itemB.regionCode, itemOverlaps.bRegion), eq(itemB.id, itemOverlaps.bId)));
}
type Joined = Awaited<ReturnType<typeof rows>>[number];

function toSide(id: string, { seen, attributes, ...side }: Joined["a"]): OverlapSide {
  const known = (attributes ?? {}) as FormAttributes;
  const burden = seen === null ? undefined : annualBurden("form", known);
  return {
    id,
    ...side,
    reached: seen !== null,
    frequency: known.frequency ?? null,
    timesPerYear: known.timesPerYear ?? null,
    hours: burden?.known ? burden.hours.mid : null,
  };
}

/** `first`: the form that is to stand on the left. */
function toRow(
  { aId, bId, relation, jaccard: _, a, b, wordsShared, wordsA, wordsB, ...counts }: Joined,
  first?: string,
): FormPairRow {
  const wordings =
    wordsShared === null || wordsA === null || wordsB === null ? null : { shared: wordsShared, a: wordsA, b: wordsB };
  // A pair of forms always has a relation: the column is empty for apps only.
  const row = { a: toSide(aId, a), b: toSide(bId, b), relation: relation ?? "different", ...counts, wordings };
  return first === bId ? turned(row) : row;
}

function turned({ a, b, sizeA, sizeB, ownA, ownB, wordings, ...row }: FormPairRow): FormPairRow {
  const turnedWordings = wordings && { shared: wordings.shared, a: wordings.b, b: wordings.a };
  return { ...row, a: b, b: a, sizeA: sizeB, sizeB: sizeA, ownA: ownB, ownB: ownA, wordings: turnedWordings };
}

/** The nearest first: by relation, then by how much of the two is in both. */
const RANK = sql`array_position(${sql.raw(`array[${FORM_RELATIONS.map((relation) => `'${relation}'`).join(", ")}]::form_relation[]`)}, ${itemOverlaps.relation})`;
const place = (base: OverlapBase) =>
  sql`${RANK}, -${jaccardOf(base)}, -${itemOverlaps.shared}, ${itemOverlaps.aId}, ${itemOverlaps.bId}`;
const placeBack = (base: OverlapBase) =>
  sql`${RANK} desc, -${jaccardOf(base)} desc, -${itemOverlaps.shared} desc, ${itemOverlaps.aId} desc, ${itemOverlaps.bId} desc`;

type Place = Pick<Joined, "relation" | "jaccard" | "shared" | "aId" | "bId">;
const against = (base: OverlapBase, operator: ">" | "<", { relation, jaccard, shared, aId, bId }: Place) =>
  sql`(${place(base)}) ${sql.raw(operator)} (${FORM_RELATIONS.indexOf(relation ?? "different") + 1}::int, -${jaccard}::float8, -${shared}::int, ${aId}::uuid, ${bId}::uuid)`;

function cursorOf(direction: Cursor["direction"], { relation, jaccard, shared, aId, bId }: Place): string {
  return encodeCursor({ direction, key: JSON.stringify([relation, jaccard, shared, bId]), id: aId });
}

const Key = z.tuple([z.enum(FORM_RELATIONS), z.number(), z.int(), z.uuid()]);

/** Undefined for a cursor of another list: this one then starts at the beginning. */
function placeOf({ key, id }: Cursor): Place | undefined {
  try {
    const [relation, jaccard, shared, bId] = Key.parse(JSON.parse(key));
    return { relation, jaccard, shared, bId, aId: z.uuid().parse(id) };
  } catch {
    return undefined;
  }
}

/** One page of pairs of forms, by keyset; with `form` in the filter that form stands on the left. */
export async function listFormPairs(
  tx: Tx,
  { filter, cursor, size }: { filter: OverlapFilter; cursor?: Cursor | undefined; size: number },
): Promise<Page<FormPairRow>> {
  const base = filter.base ?? "all";
  const where = overlapConditions(filter);
  const from = cursor && placeOf(cursor);
  const isBack = from !== undefined && cursor?.direction === "before";
  const found: Joined[] = await rows(tx, base)
    .where(and(where, from && against(base, isBack ? "<" : ">", from)))
    .orderBy(isBack ? placeBack(base) : place(base))
    .limit(size + 1);
  const hasMore = found.length > size;
  const items = found.slice(0, size);
  if (isBack) items.reverse();
  const [head, tail] = [items[0], items.at(-1)];
  const before =
    head === undefined || from === undefined ? 0 : await tx.$count(itemOverlaps, and(where, against(base, "<", head)));
  return {
    items: items.map((row) => toRow(row, filter.form)),
    total: await tx.$count(itemOverlaps, where),
    first: head === undefined ? 0 : before + 1,
    next: (isBack || hasMore) && tail ? cursorOf("after", tail) : undefined,
    previous: before > 0 && head ? cursorOf("before", head) : undefined,
  };
}

/** How many pairs of the filter stand in each relation, whatever relations the filter names. */
export async function countFormRelations(
  tx: Tx,
  { relations: _, ...filter }: OverlapFilter,
): Promise<Record<FormRelation, number>> {
  const found = await tx
    .select({ relation: itemOverlaps.relation, count: sql<number>`count(*)::int` })
    .from(itemOverlaps)
    .where(overlapConditions(filter))
    .groupBy(itemOverlaps.relation);
  const counts = new Map(found.map(({ relation, count }) => [relation, count]));
  return Object.fromEntries(FORM_RELATIONS.map((relation) => [relation, counts.get(relation) ?? 0])) as Record<
    FormRelation,
    number
  >;
}

const EXPORTED_AT_ONCE = 2000;

/** Every pair of the filter, in the order of the list: never cut. */
export async function* exportFormPairs(tx: Tx, filter: OverlapFilter): AsyncGenerator<FormPairRow> {
  const base = filter.base ?? "all";
  for (let last: Joined | undefined; ; ) {
    const found: Joined[] = await rows(tx, base)
      .where(and(overlapConditions(filter), last && against(base, ">", last)))
      .orderBy(place(base))
      .limit(EXPORTED_AT_ONCE);
    for (const row of found) yield toRow(row, filter.form);
    last = found.at(-1);
    if (found.length < EXPORTED_AT_ONCE) return;
  }
}

/** The stored overlap of two forms, the first of them on the left; undefined where they have too little in common to be kept. */
export async function findFormPair(tx: Tx, first: string, second: string): Promise<FormPairRow | undefined> {
  const [row] = await rows(tx, "all").where(
    and(
      eq(itemOverlaps.kind, "form"),
      or(
        and(eq(itemOverlaps.aId, first), eq(itemOverlaps.bId, second)),
        and(eq(itemOverlaps.aId, second), eq(itemOverlaps.bId, first)),
      ),
    ),
  );
  return row && toRow(row, first);
}

/** What a list of pairs is made from: why it may be empty. Counted over what the actor reaches. */
export async function countFormStock(tx: Tx): Promise<{ running: number; withFields: number; pairs: number }> {
  const states: SQL = sql.raw(RUNNING_STATES.map((state) => `'${state}'`).join(", "));
  const [row] = await tx.execute<{ running: number; withFields: number }>(sql`
    select count(*)::int as running,
      (count(*) filter (where exists (
        select 1 from form_fields
        where form_fields.region_code = assets.region_code and form_fields.asset_id = assets.id and not form_fields.technical
      )))::int as "withFields"
    from assets where assets.kind = 'form' and assets.state in (${states})`);
  return {
    running: row?.running ?? 0,
    withFields: row?.withFields ?? 0,
    pairs: await tx.$count(itemOverlaps, eq(itemOverlaps.kind, "form")),
  };
}
