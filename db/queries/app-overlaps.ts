import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { AppAttributes } from "#lib/asset/fields.ts";
import { RUNNING_STATES, type WorkLine } from "#lib/asset/vocabulary.ts";
import type { AppCounts } from "#lib/redundancy/app/evidence.ts";
import { functionsByKey } from "#lib/redundancy/app/function-key.ts";
import type { AppUsers } from "#lib/redundancy/app/shared-users.ts";
import { FUNCTION_KEY } from "#lib/redundancy/item/app-elements.ts";
import { unpack } from "#lib/redundancy/item/packed.ts";
import type { Tx } from "../client.ts";
import { assets, elements, itemOverlaps, itemSets } from "../schema/index.ts";
import {
  APP_EVIDENCES,
  type AppCut,
  type AppEvidenceKind,
  type AppPairFilter,
  appPairConditions,
  coveredShare,
  evidencePlace,
  textShare,
} from "./app-overlap-filter.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";

/** One of the two apps of a pair. `users` is null where the actor may only see that there is such an app. */
export type AppSide = {
  id: string;
  name: string;
  unitName: string | null;
  workLine: WorkLine | null;
  users: AppUsers | null;
};

/** Two apps that overlap, with the counts that evidence is made of, and the functions of both in words. */
export type AppPairRow = { a: AppSide; b: AppSide; counts: AppCounts; functions: string[] };

const setA = alias(itemSets, "set_a");
const setB = alias(itemSets, "set_b");
const itemA = alias(assets, "item_a");
const itemB = alias(assets, "item_b");

const side = (set: typeof setA | typeof setB, item: typeof itemA | typeof itemB) => ({
  name: set.name,
  unitName: sql<string | null>`unit_label(${set.regionCode}, ${set.unitId})`,
  own: set.own,
  seen: item.id,
  workLine: item.workLine,
  attributes: item.attributes,
});

function rows(tx: Tx, cut: AppCut) {
  return tx
    .select({
      aId: itemOverlaps.aId,
      bId: itemOverlaps.bId,
      shared: itemOverlaps.ownShared,
      sizeA: itemOverlaps.ownA,
      sizeB: itemOverlaps.ownB,
      wordsShared: itemOverlaps.wordsShared,
      wordsA: itemOverlaps.wordsA,
      wordsB: itemOverlaps.wordsB,
      place: sql<number>`${evidencePlace(cut)}`,
      covered: sql<number>`${coveredShare}`,
      text: sql<number>`${textShare}`,
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

/** The functions of both apps of each pair: as the app on the left names them where the actor may read it, else by their keys. */
async function withFunctions(tx: Tx, found: readonly Joined[], first: string | undefined): Promise<AppPairRow[]> {
  const shared = found.map(({ a, b }) => {
    const theirs = new Set(unpack(b.own));
    return [...unpack(a.own)].filter((number) => theirs.has(number));
  });
  const numbers = [...new Set(shared.flat())];
  const known = numbers.length === 0 ? [] : await tx.select().from(elements).where(inArray(elements.id, numbers));
  const keys = new Map(known.map(({ id, key }) => [id, key.slice(FUNCTION_KEY.length)]));
  return found.map((row, index) => {
    const isTurned = first === row.bId;
    const inWords = functionsByKey(((isTurned ? row.b : row.a).attributes as AppAttributes | null)?.functions);
    const functions = (shared[index] ?? []).flatMap((number) => {
      const key = keys.get(number);
      return key === undefined ? [] : [inWords?.get(key) ?? key];
    });
    const { shared: count, sizeA, sizeB, wordsShared, wordsA, wordsB } = row;
    const counts = { shared: count, sizeA, sizeB, wordsShared, wordsA, wordsB };
    const pair = { a: toSide(row.aId, row.a), b: toSide(row.bId, row.b), counts, functions };
    return isTurned ? turned(pair) : pair;
  });
}

function toSide(id: string, { seen, name, unitName, workLine, attributes }: Joined["a"]): AppSide {
  const { reachesLevel, facesGrassroots, targetUsers } = (attributes ?? {}) as AppAttributes;
  const users = seen === null ? null : { reachesLevel, workLine, facesGrassroots, targetUsers };
  return { id, name, unitName, workLine, users };
}

function turned({ a, b, counts, functions }: AppPairRow): AppPairRow {
  const { sizeA, sizeB, wordsA, wordsB } = counts;
  return { a: b, b: a, counts: { ...counts, sizeA: sizeB, sizeB: sizeA, wordsA: wordsB, wordsB: wordsA }, functions };
}

/** Functions that agree come first, then words that do; within each the pair with most in common. */
const order = (cut: AppCut) =>
  sql`${evidencePlace(cut)}, -${coveredShare}, -${itemOverlaps.ownShared}, -${textShare}, ${itemOverlaps.aId}, ${itemOverlaps.bId}`;
const orderBack = (cut: AppCut) =>
  sql`${evidencePlace(cut)} desc, -${coveredShare} desc, -${itemOverlaps.ownShared} desc, -${textShare} desc, ${itemOverlaps.aId} desc, ${itemOverlaps.bId} desc`;

type Place = Pick<Joined, "place" | "covered" | "shared" | "text" | "aId" | "bId">;
const against = (cut: AppCut, operator: ">" | "<", { place, covered, shared, text, aId, bId }: Place) =>
  sql`(${order(cut)}) ${sql.raw(operator)} (${place}::int, -${covered}::float8, -${shared}::int, -${text}::float8, ${aId}::uuid, ${bId}::uuid)`;

function cursorOf(direction: Cursor["direction"], { place, covered, shared, text, aId, bId }: Place): string {
  return encodeCursor({ direction, key: JSON.stringify([place, covered, shared, text, bId]), id: aId });
}

const Key = z.tuple([z.int(), z.number(), z.int(), z.number(), z.uuid()]);

/** Undefined for a cursor of another list: this one then starts at the beginning. */
function placeOf({ key, id }: Cursor): Place | undefined {
  try {
    const [place, covered, shared, text, bId] = Key.parse(JSON.parse(key));
    return { place, covered, shared, text, bId, aId: z.uuid().parse(id) };
  } catch {
    return undefined;
  }
}

/** One page of pairs of apps, by keyset; with `app` in the filter that app stands on the left. */
export async function listAppPairs(
  tx: Tx,
  { filter, cut, cursor, size }: { filter: AppPairFilter; cut: AppCut; cursor?: Cursor | undefined; size: number },
): Promise<Page<AppPairRow>> {
  const where = appPairConditions(filter, cut);
  const from = cursor && placeOf(cursor);
  const isBack = from !== undefined && cursor?.direction === "before";
  const found: Joined[] = await rows(tx, cut)
    .where(and(where, from && against(cut, isBack ? "<" : ">", from)))
    .orderBy(isBack ? orderBack(cut) : order(cut))
    .limit(size + 1);
  const hasMore = found.length > size;
  const items = found.slice(0, size);
  if (isBack) items.reverse();
  const [head, tail] = [items[0], items.at(-1)];
  const before =
    head === undefined || from === undefined ? 0 : await tx.$count(itemOverlaps, and(where, against(cut, "<", head)));
  return {
    items: await withFunctions(tx, items, filter.app),
    total: await tx.$count(itemOverlaps, where),
    first: head === undefined ? 0 : before + 1,
    next: (isBack || hasMore) && tail ? cursorOf("after", tail) : undefined,
    previous: before > 0 && head ? cursorOf("before", head) : undefined,
  };
}

/** How many pairs of the filter each evidence speaks for, whatever evidence the filter names. */
export async function countAppPairs(
  tx: Tx,
  { evidence: _, ...filter }: AppPairFilter,
  cut: AppCut,
): Promise<Record<AppEvidenceKind, number>> {
  const found = await tx
    .select({ place: sql<number>`${evidencePlace(cut)}`.as("place"), count: sql<number>`count(*)::int` })
    .from(itemOverlaps)
    .where(appPairConditions(filter, cut))
    .groupBy(sql`place`);
  const counts = new Map(found.map(({ place, count }) => [place, count]));
  return Object.fromEntries(APP_EVIDENCES.map((evidence, place) => [evidence, counts.get(place) ?? 0])) as Record<
    AppEvidenceKind,
    number
  >;
}

const AT_ONCE = 2000;

/** Every pair of the filter, in the order of the list: never cut. */
export async function* exportAppPairs(tx: Tx, filter: AppPairFilter, cut: AppCut): AsyncGenerator<AppPairRow> {
  for (let last: Joined | undefined; ; ) {
    const found: Joined[] = await rows(tx, cut)
      .where(and(appPairConditions(filter, cut), last && against(cut, ">", last)))
      .orderBy(order(cut))
      .limit(AT_ONCE);
    yield* await withFunctions(tx, found, filter.app);
    last = found.at(-1);
    if (found.length < AT_ONCE) return;
  }
}

/** What a list of pairs is made from: why it may be empty. Counted over what the actor reaches. */
export async function countAppStock(tx: Tx): Promise<{ running: number; withFunctions: number; pairs: number }> {
  const [row] = await tx
    .select({
      running: sql<number>`count(*)::int`,
      withFunctions: sql<number>`(count(*) filter (where jsonb_array_length(coalesce(${assets.attributes} -> 'functions', '[]')) > 0))::int`,
    })
    .from(assets)
    .where(and(eq(assets.kind, "app"), inArray(assets.state, [...RUNNING_STATES])));
  return {
    running: row?.running ?? 0,
    withFunctions: row?.withFunctions ?? 0,
    pairs: await tx.$count(itemOverlaps, eq(itemOverlaps.kind, "app")),
  };
}
