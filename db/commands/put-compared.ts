import { READ_BY } from "#lib/redundancy/element/edition.ts";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import { pack } from "#lib/redundancy/item/packed.ts";
import type { PairChanges } from "#lib/redundancy/item/pair-changes.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";
import type { ReadItem } from "./set-rows.ts";

/** The arguments of `put_compared_items` in their order: fields, sets, pairs that are gone, pairs that stand, each column by column. */
const FIELDS = ["text", "uuid", "int", "int"];
const SETS = ["text", "uuid", "bytea", "bytea", "bytea"];
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

const ARGUMENTS = [
  ...[...FIELDS, ...SETS].map((type) => `${type}[]`),
  "text",
  ...[...GONE, ...WRITTEN].map(([, type]) => `${type}[]`),
];
const PUT = `select * from put_compared_items(${ARGUMENTS.map((type, at) => `$${at + 1}::${type}`).join(", ")})`;

/**
 * Writes items as they were read, and what became of pairs; how many rows of each changed. What stands already is written no second
 * time. A department names the items whose pairs these are; whoever audits the region may write pairs alone.
 */
export async function putCompared(
  tx: Tx,
  items: readonly ReadItem[],
  { gone, written }: PairChanges,
): Promise<{ sets: number; pairs: number }> {
  const fields = items.flatMap(({ regionCode, id, fields }) => fields.map((field) => ({ regionCode, id, ...field })));
  const [row] = await prepared<{ sets: number; pairs: number }>(tx, PUT, [
    arrayText(fields.map(({ regionCode }) => regionCode)),
    arrayText(fields.map(({ id }) => id)),
    arrayText(fields.map(({ position }) => `${position}`)),
    arrayText(fields.map(({ element }) => `${element}`)),
    arrayText(items.map(({ regionCode }) => regionCode)),
    arrayText(items.map(({ id }) => id)),
    arrayText(items.map(({ set }) => bytesText(set?.members))),
    arrayText(items.map(({ set }) => bytesText(set?.own))),
    arrayText(items.map(({ set }) => bytesText(set?.words))),
    READ_BY,
    ...columnsOf(gone, GONE),
    ...columnsOf(written, WRITTEN),
  ]);
  return row as { sets: number; pairs: number };
}

/** A set as an element of the text of an array of bytes. */
const bytesText = (members: Uint32Array | null | undefined) =>
  members ? `"\\\\x${Buffer.from(pack(members)).toString("hex")}"` : "null";

const columnsOf = (pairs: readonly ItemOverlap[], columns: readonly (readonly [keyof ItemOverlap, string])[]) =>
  columns.map(([column]) => arrayText(pairs.map((pair) => `${pair[column]}`)));
