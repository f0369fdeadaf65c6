import { sql } from "drizzle-orm";
import { overlapsOf } from "#lib/redundancy/item/all-overlaps.ts";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import { type ItemSet, isCompared, isSameSet } from "#lib/redundancy/item/item-set.ts";
import type { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import { touchedKeys } from "#lib/redundancy/item/touched-keys.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { aliasesAcross, toAlias } from "../queries/item-sets.ts";
import type { elementAliases } from "../schema/index.ts";
import { storedKey } from "./element-numbers.ts";
import { type ComparedItems, putCompared } from "./put-compared.ts";
import { followLine, type Line, lineOf, noteWriting, rememberedLine } from "./set-lines.ts";
import { holdSets } from "./set-lock.ts";
import { type ItemPlace, type ReadItem, readItems, readWritten, type WrittenItem } from "./set-rows.ts";

/** Items that are read and written together: their pairs may be fifty times as many. */
const PORTION = 500;

/**
 * Brings up to date what items are compared by: the elements of their fields, their sets, and their pairs with all that their people
 * face. Called last by every command that adds, changes, ends or removes items; such a command begins with `holdSets`. Who hands over
 * an item as it was written saves reading it. An item that ended loses its set and pairs; with one that is deleted they are gone already.
 */
export async function refreshSets(tx: Tx, places: readonly (ItemPlace | WrittenItem)[]): Promise<void> {
  const items = places.filter(({ kind }) => kind === undefined || isCompared(kind));
  const regions = [...Map.groupBy(items, ({ regionCode }) => regionCode)];
  if (regions.length > 1)
    await holdSets(
      tx,
      regions.map(([regionCode]) => regionCode),
    );
  for (const [regionCode, own] of regions) await refreshIn(tx, regionCode, own);
}

/**
 * The same in one region, and how many rows and pairs were written. Items of other regions that changed with these bring their own
 * pairs up to date.
 */
export async function refreshIn(
  tx: Tx,
  regionCode: string,
  places: readonly (ItemPlace | WrittenItem)[],
): Promise<{ sets: number; pairs: number }> {
  const remembered = rememberedLine(tx, regionCode);
  const known = places.flatMap((place) => ("fields" in place ? place : []));
  if (remembered && known.length === places.length && known.length <= PORTION) {
    const items = await readWritten(tx, known, remembered.answers);
    const done = await write(tx, regionCode, [items], remembered, true);
    if (done) return done;
  }
  const ids = places.map(({ id }) => id);
  const read = await Promise.all(
    portionsOf(ids).map((portion, at) => readItems(tx, regionCode, portion, at === 0 ? remembered : undefined)),
  );
  const [first] = read;
  if (first === undefined) return { sets: 0, pairs: 0 };
  const line = await lineOf(tx, regionCode, first.answers, remembered, first.news);
  const done = await write(
    tx,
    regionCode,
    read.map(({ items }) => items),
    line,
    false,
  );
  if (done === undefined) throw new Error(`the sets of ${regionCode} were not written although they are held`);
  return done;
}

/**
 * Compares items with their line and writes what became of them, by portions. Who `asks` whether the line is still as it was known
 * finds nothing written where it is not.
 */
async function write(
  tx: Tx,
  regionCode: string,
  portions: readonly (readonly ReadItem[])[],
  line: Line,
  asks: boolean,
): Promise<{ sets: number; pairs: number } | undefined> {
  const items = portions.flat();
  const changed = items.flatMap(({ set }) => (set && isChanged(set, line.index) ? set : []));
  const pairs = new Map(overlapsOf(changed, line.index).map((own, at) => [changed[at], own]));
  const puts = await Promise.all(
    portions.map((portion) => putCompared(tx, regionCode, comparedItems(portion, pairs), asks ? line : undefined)),
  );
  const done = puts.filter((put) => put !== undefined);
  if (done.length < puts.length) return undefined;
  noteWriting(tx);
  followLine(tx, regionCode, line, {
    sets: changed,
    written: done.reduce<number | null>((last, { written }) => written ?? last, null),
    removed: items.some(({ id, set }) => set === null && line.index.get(id) !== undefined),
  });
  return {
    sets: done.reduce((sum, { changed }) => sum + changed, 0),
    pairs: pairs.values().reduce((sum, own) => sum + own.length, 0),
  };
}

function isChanged(set: ItemSet, line: OverlapIndex): boolean {
  const former = line.get(set.id);
  return former === undefined || !isSameSet(former, set);
}

function comparedItems(
  items: readonly ReadItem[],
  pairs: ReadonlyMap<ItemSet | undefined, readonly ItemOverlap[]>,
): ComparedItems {
  return {
    fields: items.flatMap(({ id, fields }) => fields.map((field) => ({ id, ...field }))),
    ended: items.flatMap(({ id, set }) => (set === null ? id : [])),
    same: items.flatMap(({ id, set }) => (set === null || pairs.has(set) ? [] : id)),
    written: items.flatMap(({ set }) => {
      const own = set && pairs.get(set);
      return own ? { set, pairs: own } : [];
    }),
  };
}

function portionsOf(ids: readonly string[]): string[][] {
  const portions: string[][] = [];
  for (let from = 0; from < ids.length; from += PORTION) portions.push(ids.slice(from, from + PORTION));
  return portions;
}

/**
 * Brings all forms up to date that an answer about two elements touches, after it was written or undone: those of its region that
 * carry either element, or what it united or set apart. How many forms they are.
 */
export async function refreshForAlias(tx: Tx, alias: typeof elementAliases.$inferSelect): Promise<number> {
  await holdSets(tx, [alias.regionCode]);
  const { from, to } = regionRange(alias.regionCode);
  const keys = touchedKeys(toAlias(alias), await aliasesAcross(tx, alias.regionCode)).map(storedKey);
  const forms = await tx.execute<{ region_code: string; asset_id: string }>(sql`
    select distinct region_code, asset_id from form_fields
    where region_code >= ${from} and region_code < ${to} and element_id = any(array(
      select id from elements where key = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))))`);
  await refreshSets(
    tx,
    forms.map(({ region_code, asset_id }) => ({ regionCode: region_code, id: asset_id })),
  );
  return forms.length;
}
