import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "../client.ts";
import { assets, itemOverlaps, itemSets } from "../schema/index.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";
import { unitLabel } from "./unit-label.ts";

/** What pairs of a list are ordered by, the smallest first, each key with its type; the ids of the two come last. */
export type PairOrder = readonly (readonly [key: SQL, type: "int" | "float8"])[];

const setA = alias(itemSets, "set_a");
const setB = alias(itemSets, "set_b");
const itemA = alias(assets, "item_a");
const itemB = alias(assets, "item_b");

/** `seen` is null where the actor may only know that there is such an item. */
const side = (set: typeof setA | typeof setB, item: typeof itemA | typeof itemB) => ({
  name: set.name,
  unitName: unitLabel(set),
  respondent: set.respondent,
  own: set.own,
  seen: item.id,
  workLine: item.workLine,
  attributes: item.attributes,
});

/** Pairs with both of their items, and where each stands in the order. */
export function pairRows(tx: Tx, order: PairOrder) {
  const { aId, bId, relation, shared, sizeA, sizeB, ownShared, ownA, ownB, wordsShared, wordsA, wordsB } = itemOverlaps;
  return tx
    .select({
      ...{ aId, bId, relation, shared, sizeA, sizeB, ownShared, ownA, ownB, wordsShared, wordsA, wordsB },
      place: sql<number[]>`jsonb_build_array(${list(order.map(([key]) => key))})`,
      a: side(setA, itemA),
      b: side(setB, itemB),
    })
    .from(itemOverlaps)
    .innerJoin(setA, and(eq(setA.regionCode, itemOverlaps.aRegion), eq(setA.assetId, aId)))
    .innerJoin(setB, and(eq(setB.regionCode, itemOverlaps.bRegion), eq(setB.assetId, bId)))
    .leftJoin(itemA, and(eq(itemA.regionCode, itemOverlaps.aRegion), eq(itemA.id, aId)))
    .leftJoin(itemB, and(eq(itemB.regionCode, itemOverlaps.bRegion), eq(itemB.id, bId)));
}
export type PairRow = Awaited<ReturnType<typeof pairRows>>[number];

/** The pair with this item on the left; as it is where the item is none of the two. */
export function facing(row: PairRow, first: string | undefined): PairRow {
  if (first !== row.bId) return row;
  const { aId, bId, sizeA, sizeB, ownA, ownB, wordsA, wordsB, a, b } = row;
  const turned = { sizeA: sizeB, sizeB: sizeA, ownA: ownB, ownB: ownA, wordsA: wordsB, wordsB: wordsA };
  return { ...row, ...turned, aId: bId, bId: aId, a: b, b: a };
}

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);
const keysOf = (order: PairOrder) => [...order.map(([key]) => key), sql`${itemOverlaps.aId}`, sql`${itemOverlaps.bId}`];

type Place = Pick<PairRow, "place" | "aId" | "bId">;

function against(order: PairOrder, operator: ">" | "<", { place, aId, bId }: Place): SQL {
  const values = order.map(([, type], at) => sql`${place[at]}::${sql.raw(type)}`);
  return sql`(${list(keysOf(order))}) ${sql.raw(operator)} (${list([...values, sql`${aId}::uuid`, sql`${bId}::uuid`])})`;
}

const cursorOf = (direction: Cursor["direction"], { place, aId, bId }: Place): string =>
  encodeCursor({ direction, key: JSON.stringify([place, bId]), id: aId });

/** Undefined for a cursor of another list: this one then starts at the beginning. */
function placeOf({ key, id }: Cursor, order: PairOrder): Place | undefined {
  const keys = order.map(([, type]) => (type === "int" ? z.int() : z.number()));
  try {
    const [place, bId] = z.tuple([z.array(z.unknown()), z.uuid()]).parse(JSON.parse(key));
    if (place.length !== keys.length) return undefined;
    return { place: keys.map((each, at) => each.parse(place[at])), bId, aId: z.uuid().parse(id) };
  } catch {
    return undefined;
  }
}

/** So many pairs in their order, or from its end backwards. They are found by their counts alone: items are looked up for these only. */
function firstPairs(
  tx: Tx,
  { where, order, isBack, size }: { where: SQL | undefined; order: PairOrder; isBack?: boolean; size: number },
): Promise<PairRow[]> {
  const keys = keysOf(order).map((key) => (isBack ? sql`${key} desc` : key));
  const { regionCode, aId, bId } = itemOverlaps;
  const these = tx
    .select({ aId, bId, regionCode })
    .from(itemOverlaps)
    .where(where)
    .orderBy(...keys)
    .limit(size);
  return pairRows(tx, order)
    .where(sql`(${aId}, ${bId}, ${regionCode}) in ${these}`)
    .orderBy(...keys);
}

/** One page of pairs, by keyset. */
export async function pairPage(
  tx: Tx,
  {
    where,
    order,
    cursor,
    size,
  }: { where: SQL | undefined; order: PairOrder; cursor: Cursor | undefined; size: number },
): Promise<Page<PairRow>> {
  const from = cursor && placeOf(cursor, order);
  const isBack = from !== undefined && cursor?.direction === "before";
  const found = await firstPairs(tx, {
    where: and(where, from && against(order, isBack ? "<" : ">", from)),
    order,
    isBack,
    size: size + 1,
  });
  const hasMore = found.length > size;
  const items = found.slice(0, size);
  if (isBack) items.reverse();
  const [head, tail] = [items[0], items.at(-1)];
  const before =
    head === undefined || from === undefined ? 0 : await tx.$count(itemOverlaps, and(where, against(order, "<", head)));
  return {
    items,
    total: await tx.$count(itemOverlaps, where),
    first: head === undefined ? 0 : before + 1,
    next: (isBack || hasMore) && tail ? cursorOf("after", tail) : undefined,
    previous: before > 0 && head ? cursorOf("before", head) : undefined,
  };
}

const AT_ONCE = 2000;

/** Every pair, in the order of the list, by portions: never cut. */
export async function* allPairs(
  tx: Tx,
  { where, order }: { where: SQL | undefined; order: PairOrder },
): AsyncGenerator<PairRow[]> {
  for (let last: PairRow | undefined; ; ) {
    const found: PairRow[] = await firstPairs(tx, {
      where: and(where, last && against(order, ">", last)),
      order,
      size: AT_ONCE,
    });
    yield found;
    last = found.at(-1);
    if (found.length < AT_ONCE) return;
  }
}
