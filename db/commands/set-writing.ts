import { sql } from "drizzle-orm";
import { changedOverlaps } from "#lib/redundancy/item/all-overlaps.ts";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import { isCompared } from "#lib/redundancy/item/item-set.ts";
import { touchedKeys } from "#lib/redundancy/item/touched-keys.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { aliasesAcross, toAlias } from "../queries/item-sets.ts";
import type { elementAliases } from "../schema/index.ts";
import { storedKey } from "./element-numbers.ts";
import { putCompared } from "./put-compared.ts";
import { lineOf, noteWriting, rememberedLine } from "./set-lines.ts";
import { holdSets } from "./set-lock.ts";
import { type ItemPlace, readItems } from "./set-rows.ts";

/** Items that are read and written together: their pairs may be fifty times as many. */
const PORTION = 500;

/**
 * Brings up to date what items are compared by: the elements of their fields, their sets, and their pairs with all that their people
 * face. Called last by every command that adds, changes, ends or removes items; such a command begins with `holdSets`. An item that
 * ended loses its set and pairs; with one that is deleted they are gone already.
 */
export async function refreshSets(tx: Tx, places: readonly ItemPlace[]): Promise<void> {
  const items = places.filter(({ kind }) => kind === undefined || isCompared(kind));
  const regions = [...Map.groupBy(items, ({ regionCode }) => regionCode)];
  if (regions.length > 1)
    await holdSets(
      tx,
      regions.map(([regionCode]) => regionCode),
    );
  for (const [regionCode, own] of regions)
    await refreshIn(
      tx,
      regionCode,
      own.map(({ id }) => id),
    );
}

/** The same in one region. Items of other regions that changed with these bring their own pairs up to date. */
async function refreshIn(tx: Tx, regionCode: string, ids: readonly string[]): Promise<void> {
  const remembered = rememberedLine(tx, regionCode);
  const portions = portionsOf(ids).map((portion, at) =>
    readItems(tx, regionCode, portion, at === 0 ? remembered?.written : undefined),
  );
  const read = await Promise.all(portions);
  const line = await lineOf(tx, regionCode, remembered, read[0]?.news);
  const items = read.flatMap(({ items }) => items);
  const former = items.flatMap(({ id }) => line.get(id) ?? []);
  const today = items.flatMap(({ set }) => set ?? []);
  noteWriting(tx);
  // Pairs follow from sets, so that what stands of them need not be read.
  const { gone, written } = changedOverlaps(former, today, line);
  await Promise.all(
    read.map(({ items }) => {
      const own = new Set(items.map(({ id }) => id));
      const touches = ({ aId, bId }: ItemOverlap) => own.has(aId) || own.has(bId);
      return putCompared(tx, items, { gone: gone.filter(touches), written: written.filter(touches) });
    }),
  );
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
