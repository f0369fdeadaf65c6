import { sql } from "drizzle-orm";
import { overlapsOfChanged } from "#lib/redundancy/item/all-overlaps.ts";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import { COMPARED_KINDS, type ItemSet, isCompared } from "#lib/redundancy/item/item-set.ts";
import { touchedKeys } from "#lib/redundancy/item/touched-keys.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { aliasesAcross, itemSetsOf, toAlias } from "../queries/item-sets.ts";
import type { elementAliases } from "../schema/index.ts";
import { storedKey } from "./element-numbers.ts";
import { replacePairsOf } from "./pair-writing.ts";
import { holdSets } from "./set-lock.ts";
import { type ItemPlace, writeSets } from "./set-rows.ts";

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
  const found: ItemPlace[] = [];
  const running: ItemSet[] = [];
  for (let from = 0; from < items.length; from += PORTION) {
    const written = await writeSets(tx, items.slice(from, from + PORTION));
    found.push(...written.found);
    running.push(...written.sets);
  }
  const runningIn = Map.groupBy(running, ({ regionCode }) => regionCode);
  for (const [regionCode, own] of Map.groupBy(found, (item) => item.regionCode)) {
    const pairs = await pairsOf(tx, regionCode, runningIn.get(regionCode) ?? []);
    await replacePairsOf(
      tx,
      own.map(({ id }) => id),
      pairs,
    );
  }
}

async function pairsOf(tx: Tx, regionCode: string, changed: readonly ItemSet[]): Promise<ItemOverlap[]> {
  const kinds = COMPARED_KINDS.filter((kind) => changed.some((set) => set.kind === kind));
  if (kinds.length === 0) return [];
  const isChanged = new Set(changed.map(({ id }) => id));
  const others: ItemSet[] = [];
  for await (const sets of itemSetsOf(tx, { regionCode, kinds, above: true }))
    others.push(...sets.filter(({ id }) => !isChanged.has(id)));
  return overlapsOfChanged(changed, others);
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
