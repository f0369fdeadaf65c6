import { sql } from "drizzle-orm";
import { overlapsOfChanged } from "#lib/redundancy/item/all-overlaps.ts";
import { COMPARED_KINDS, type ComparedKind, type ItemSet, isCompared } from "#lib/redundancy/item/item-set.ts";
import { touchedKeys } from "#lib/redundancy/item/touched-keys.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { aliasesAcross, itemSetsOf, toAlias } from "../queries/item-sets.ts";
import type { elementAliases } from "../schema/index.ts";
import { storedKey } from "./element-numbers.ts";
import { replaceStanding, standingPairsOf } from "./pair-writing.ts";
import { holdSets } from "./set-lock.ts";
import { type ItemPlace, readItems } from "./set-rows.ts";

/** Items that are read and written together. */
const PORTION = 1000;

/**
 * Brings up to date what items are compared by: the elements of their fields, their sets, and their pairs with all that their people
 * face. Called last by every command that adds, changes, ends or removes items; such a command begins with `holdSets`. An item that
 * ended loses its set and pairs; with one that is deleted they are gone already.
 */
export async function refreshSets(tx: Tx, places: readonly ItemPlace[]): Promise<void> {
  const items = places.filter(({ kind }) => kind === undefined || isCompared(kind));
  if (items.length === 0) return;
  await holdSets(tx, [...new Set(items.map(({ regionCode }) => regionCode))]);
  for (const [regionCode, own] of Map.groupBy(items, (item) => item.regionCode)) await refreshIn(tx, regionCode, own);
}

/** The same in one region. Items of other regions that changed with these bring their own pairs up to date. */
async function refreshIn(tx: Tx, regionCode: string, places: readonly ItemPlace[]): Promise<void> {
  const kinds = COMPARED_KINDS.filter((one) => places.some(({ kind }) => kind === undefined || kind === one));
  const portions: ItemPlace[][] = [];
  for (let from = 0; from < places.length; from += PORTION) portions.push(places.slice(from, from + PORTION));
  // Everything that is read goes to the server at once, and so does everything that is written.
  const ids = places.map(({ id }) => id);
  const [line, standing, ...read] = await Promise.all([
    lineOf(tx, regionCode, kinds),
    standingPairsOf(tx, ids),
    ...portions.map((portion) => readItems(tx, portion)),
  ]);
  const changed = new Set(read.flatMap(({ found }) => found.map(({ id }) => id)));
  const pairs = overlapsOfChanged(
    read.flatMap(({ sets }) => sets),
    line.filter(({ id }) => !changed.has(id)),
  );
  const former = standing.filter(({ a_id, b_id }) => changed.has(a_id) || changed.has(b_id));
  await Promise.all([...read.map(({ write }) => write()), replaceStanding(tx, former, pairs)]);
}

async function lineOf(tx: Tx, regionCode: string, kinds: readonly ComparedKind[]): Promise<ItemSet[]> {
  const line: ItemSet[][] = [];
  for await (const sets of itemSetsOf(tx, { regionCode, kinds, above: true })) line.push(sets);
  return line.flat();
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
