import { sql } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import { overlapsOf } from "#lib/redundancy/item/all-overlaps.ts";
import { differentPairs } from "#lib/redundancy/item/different-pairs.ts";
import { RereadSetsInput } from "#lib/redundancy/item/inputs.ts";
import { COMPARED_KINDS, type ItemSet } from "#lib/redundancy/item/item-set.ts";
import { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import { regionRange, regionsAbove, regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { itemSetsIn, pairsIn } from "../queries/item-sets.ts";
import { renewAliasKeys } from "./alias-keys.ts";
import { putCompared } from "./put-compared.ts";
import { noteWriting } from "./set-lines.ts";
import { holdSets } from "./set-lock.ts";
import type { ItemPlace } from "./set-rows.ts";
import { refreshIn } from "./set-writing.ts";

export type Reread = { items: number; aliases: number; changedSets: number; changedPairs: number };

/** Items that are read or written together. */
const PORTION = 1000;

/**
 * Reads all forms and apps of a region again by today's lexicon and compares them anew. What stands already is written no second
 * time, so that after other commands nothing changes.
 */
export const rereadSets = command(
  { action: "redundancy.reread", capability: "decide_aliases", input: RereadSetsInput },
  async ({ tx, actor, checkCancelled, onProgress }, input) => {
    const regionCode = input.regionCode ?? actor.scope;
    if (!regionWithin(regionCode, actor.scope)) throw new DomainError("forbidden", "该行政区划不在您的管辖范围内");
    await holdSets(tx, [regionCode]);
    noteWriting(tx);
    const result: Reread = { items: 0, aliases: await renewAliasKeys(tx, regionCode), changedSets: 0, changedPairs: 0 };
    const total = await countItems(tx, regionCode);
    for await (const places of portions(tx, regionCode)) {
      checkCancelled();
      for (const [region, own] of Map.groupBy(places, (place) => place.regionCode)) {
        const { sets, pairs } = await refreshIn(tx, region, own);
        result.changedSets += sets;
        result.changedPairs += pairs;
      }
      result.items += places.length;
      onProgress?.({ done: result.items, total, label: "重新识别" });
    }
    for (const block of await blocksOf(tx, regionCode)) {
      checkCancelled();
      result.changedPairs += await comparePairs(tx, block);
    }
    return {
      result,
      audit: { regionCode, subjectType: "region", subjectId: regionCode, detail: { readBy: READ_BY, ...result } },
    };
  },
);

const KINDS = sql.raw(COMPARED_KINDS.map((kind) => `'${kind}'`).join(", "));

async function countItems(tx: Tx, regionCode: string): Promise<number> {
  const { from, to } = regionRange(regionCode);
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from assets where region_code >= ${from} and region_code < ${to} and kind in (${KINDS})`,
  );
  return row?.count ?? 0;
}

async function* portions(tx: Tx, regionCode: string): AsyncGenerator<ItemPlace[]> {
  const { from, to } = regionRange(regionCode);
  for (let last: ItemPlace | undefined; ; ) {
    const rows = await tx.execute<{ region_code: string; id: string }>(sql`
      select region_code, id from assets where region_code >= ${from} and region_code < ${to} and kind in (${KINDS})
        ${last ? sql`and (region_code, id) > (${last.regionCode}, ${last.id}::uuid)` : sql``}
      order by region_code, id limit ${PORTION}`);
    const places = rows.map(({ region_code, id }) => ({ regionCode: region_code, id }));
    if (places.length > 0) yield places;
    last = places.at(-1);
    if (places.length < PORTION) return;
  }
}

/** A county with all below it, or one region above the counties: pairs whose deeper item lies there are written together. */
type Block = { regionCode: string; from: string; to: string };

async function blocksOf(tx: Tx, regionCode: string): Promise<Block[]> {
  const { from, to } = regionRange(regionCode);
  const rows = await tx.execute<{ code: string }>(
    sql`select distinct region_code as code from item_sets where region_code >= ${from} and region_code < ${to}`,
  );
  const blocks = new Map<string, Block>();
  for (const { code } of rows) {
    const county = code.slice(0, 6).padEnd(12, "0");
    const deep = regionWithin(county, regionCode) && !county.endsWith("00000000");
    const block = deep ? { regionCode: county, ...regionRange(county) } : oneRegion(code);
    blocks.set(block.regionCode, block);
  }
  return [...blocks.values()].sort((a, b) => (a.regionCode < b.regionCode ? -1 : 1));
}

const oneRegion = (code: string): Block => ({ regionCode: code, from: code, to: `${code}~` });

/**
 * Compares the items of a block with each other and with those above. What stands follows from the items as they were written; where
 * it does not, as after a change of the rules, one item of each such pair is written again. How many pairs those were.
 */
async function comparePairs(tx: Tx, { regionCode, from, to }: Block): Promise<number> {
  const above = new Set(regionsAbove(regionCode));
  const own: ItemSet[] = [];
  const upper: ItemSet[] = [];
  for await (const sets of itemSetsIn(tx, { from, to, regions: [...above] }))
    for (const set of sets) (above.has(set.regionCode) ? upper : own).push(set);
  const line = new OverlapIndex(upper);
  const right = overlapsOf(own, line).flat();
  const different = differentPairs(await pairsIn(tx, { from, to, regions: [...above] }), right);
  if (different.length === 0) return 0;
  for (const set of own) line.put(set);
  const ids = new Set<string>();
  for (const { aId, bId, aRegion, regionCode: deeper } of different)
    if (!ids.has(aId) && !ids.has(bId)) ids.add(aRegion === deeper ? aId : bId);
  const again = own.filter(({ id }) => ids.has(id));
  const pairs = overlapsOf(again, line);
  const written = again.map((set, at) => ({ set, pairs: pairs[at] ?? [] }));
  for (const [region, sets] of Map.groupBy(written, ({ set }) => set.regionCode))
    for (let at = 0; at < sets.length; at += PORTION)
      await putCompared(tx, region, { fields: [], ended: [], same: [], written: sets.slice(at, at + PORTION) });
  return different.length;
}
