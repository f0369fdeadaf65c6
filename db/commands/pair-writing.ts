import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import type { PairChanges } from "#lib/redundancy/item/pair-changes.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";

/** Pairs of one statement. */
const PORTION = 5000;

/** The arguments of `put_item_overlaps` in their order: which pairs are gone, and what stands of others, column by column. */
const GONE = [
  ["regionCode", "text"],
  ["aId", "uuid"],
  ["bId", "uuid"],
] as const;
const WRITTEN = [
  ["regionCode", "text"],
  ["aRegion", "text"],
  ["aId", "uuid"],
  ["bRegion", "text"],
  ["bId", "uuid"],
  ["kind", "asset_kind"],
  ["relation", "form_relation"],
  ["shared", "int"],
  ["sizeA", "int"],
  ["sizeB", "int"],
  ["ownShared", "int"],
  ["ownA", "int"],
  ["ownB", "int"],
  ["wordsShared", "int"],
  ["wordsA", "int"],
  ["wordsB", "int"],
] as const satisfies (readonly [keyof ItemOverlap, string])[];

const types = ["uuid", ...[...GONE, ...WRITTEN].map(([, type]) => type)];
const PUT_PAIRS = `select put_item_overlaps(${types.map((type, at) => `$${at + 1}::${type}[]`).join(", ")}) as changed`;

/**
 * Writes what became of pairs; how many rows changed. Of each pair one item is among those of these ids, which a department may change;
 * whoever audits the region need not name them.
 */
export async function writePairs(tx: Tx, { gone, written }: PairChanges, ids: readonly string[] = []): Promise<number> {
  const portions: Promise<{ changed: number }[]>[] = [];
  for (let at = 0; at < Math.max(gone.length, written.length); at += PORTION)
    portions.push(
      prepared(tx, PUT_PAIRS, [
        arrayText(ids),
        ...columnsOf(gone.slice(at, at + PORTION), GONE),
        ...columnsOf(written.slice(at, at + PORTION), WRITTEN),
      ]),
    );
  return (await Promise.all(portions)).reduce((sum, [row]) => sum + (row?.changed ?? 0), 0);
}

const columnsOf = (pairs: readonly ItemOverlap[], columns: readonly (readonly [keyof ItemOverlap, string])[]) =>
  columns.map(([column]) => arrayText(pairs.map((pair) => `${pair[column]}`)));
