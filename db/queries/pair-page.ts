import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "../client.ts";
import { assets, itemOverlaps, itemSets } from "../schema/index.ts";
import type { PairSource } from "./overlap-filter.ts";
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

/** Pairs with both of their items, and where each stands in the order: as many as asked for, or all. Items are looked up for these only. */
export function pairRows(tx: Tx, { from, where, order, isBack, size }: Asked) {
  const { aRegion, aId, bRegion, bId, relation, wordsShared, wordsA, wordsB } = itemOverlaps;
  const { shared, sizeA, sizeB, ownShared, ownA, ownB } = itemOverlaps;
  const pair = { aId, bId, relation, shared, sizeA, sizeB, ownShared, ownA, ownB, wordsShared, wordsA, wordsB };
  const keys = keysOf(order).map((key) => (isBack ? sql`${key} desc` : key));
  const found = tx
    .select({ aRegion, bRegion, ...pair })
    .from(from)
    .where(where)
    .orderBy(...keys);
  // Under the name of the view, so that its columns and keys are those of the few rows here.
  const these = (size === undefined ? found : found.limit(size)).as("item_overlaps");
  return tx
    .select({
      ...pair,
      place: sql<number[]>`jsonb_build_array(${list(order.map(([key]) => key))})`,
      a: side(setA, itemA),
      b: side(setB, itemB),
    })
    .from(these)
    .innerJoin(setA, and(eq(setA.assetId, aId), eq(setA.regionCode, aRegion)))
    .innerJoin(setB, and(eq(setB.assetId, bId), eq(setB.regionCode, bRegion)))
    .leftJoin(itemA, and(eq(itemA.regionCode, aRegion), eq(itemA.id, aId)))
    .leftJoin(itemB, and(eq(itemB.regionCode, bRegion), eq(itemB.id, bId)))
    .orderBy(...keys);
}
/** Which pairs, from where (`pairsOf`), and in which order. */
type Pairs = { from: PairSource; where: SQL | undefined; order: PairOrder };
type Asked = Pairs & { isBack?: boolean; size?: number };
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

/** One page of pairs, by keyset. */
export async function pairPage(
  tx: Tx,
  { from, where, order, cursor, size }: Pairs & { cursor: Cursor | undefined; size: number },
): Promise<Page<PairRow>> {
  const start = cursor && placeOf(cursor, order);
  const isBack = start !== undefined && cursor?.direction === "before";
  const found = await pairRows(tx, {
    from,
    where: and(where, start && against(order, isBack ? "<" : ">", start)),
    order,
    isBack,
    size: size + 1,
  });
  const hasMore = found.length > size;
  const items = found.slice(0, size);
  if (isBack) items.reverse();
  const [head, tail] = [items[0], items.at(-1)];
  // Counted at one go: whatever is asked of pairs goes through all of them.
  const isBefore = head === undefined || start === undefined ? sql`false` : against(order, "<", head);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int`, before: sql<number>`(count(*) filter (where ${isBefore}))::int` })
    .from(from)
    .where(where);
  const { total, before } = counted as { total: number; before: number };
  return {
    items,
    total,
    first: head === undefined ? 0 : before + 1,
    next: (isBack || hasMore) && tail ? cursorOf("after", tail) : undefined,
    previous: before > 0 && head ? cursorOf("before", head) : undefined,
  };
}

const AT_ONCE = 2000;

/** Every pair, in the order of the list, by portions: never cut. */
export async function* allPairs(tx: Tx, { from, where, order }: Pairs): AsyncGenerator<PairRow[]> {
  for (let last: PairRow | undefined; ; ) {
    const found: PairRow[] = await pairRows(tx, {
      from,
      where: and(where, last && against(order, ">", last)),
      order,
      size: AT_ONCE,
    });
    yield found;
    last = found.at(-1);
    if (found.length < AT_ONCE) return;
  }
}
