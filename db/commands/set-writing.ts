import { sql } from "drizzle-orm";
import { changedOverlaps } from "#lib/redundancy/item/all-overlaps.ts";
import { isCompared } from "#lib/redundancy/item/item-set.ts";
import { touchedKeys } from "#lib/redundancy/item/touched-keys.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { sent } from "../prepared.ts";
import { aliasesAcross, toAlias } from "../queries/item-sets.ts";
import type { elementAliases } from "../schema/index.ts";
import { storedKey } from "./element-numbers.ts";
import { writePairs } from "./pair-writing.ts";
import { lineOf, noteWriting } from "./set-lines.ts";
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
  const held = holdSets(tx, [...new Set(items.map(({ regionCode }) => regionCode))]);
  for (const [regionCode, own] of Map.groupBy(items, (item) => item.regionCode))
    await refreshIn(tx, regionCode, own, held);
}

/** The same in one region. Items of other regions that changed with these bring their own pairs up to date. */
async function refreshIn(tx: Tx, regionCode: string, places: readonly ItemPlace[], held: Promise<void>): Promise<void> {
  const portions: ItemPlace[][] = [];
  for (let from = 0; from < places.length; from += PORTION) portions.push(places.slice(from, from + PORTION));
  // Everything that is read goes to the server at once, behind what holds it: it looks the line up while we read the items.
  const [read, line] = await Promise.all([
    Promise.all(portions.map((portion) => readItems(tx, portion))),
    lineOf(tx, regionCode),
    held,
  ]);
  const ids = read.flatMap(({ found }) => found.map(({ id }) => id));
  const former = ids.flatMap((id) => line.get(id) ?? []);
  const today = read.flatMap(({ sets }) => sets);
  noteWriting(tx);
  // It writes the sets while we compare them. Pairs follow from sets, so that what stands of them need not be read.
  const comparing = sent().then(() => writePairs(tx, changedOverlaps(former, today, line), ids));
  await Promise.all([...read.map(({ write }) => write()), comparing]);
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
