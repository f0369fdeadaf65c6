import { READ_BY } from "#lib/redundancy/element/edition.ts";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import type { ItemSet } from "#lib/redundancy/item/item-set.ts";
import { pack } from "#lib/redundancy/item/packed.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";
import type { Line } from "./set-lines.ts";
import { lockArguments } from "./set-lock.ts";

/** What became of items of one region. */
export type ComparedItems = {
  /** Fields as elements, null for none; those that are known as such already are left alone. */
  fields: readonly { id: string; position: number; element: number | null }[];
  /** Items that are compared no more, and those that are what they were to all others. */
  ended: readonly string[];
  same: readonly string[];
  /** Sets, in the order to write them in, each with its pairs: with what stands, and with those before it. */
  written: readonly { set: ItemSet; pairs: readonly ItemOverlap[] }[];
};

const ARGUMENTS = [
  ...["bigint[]", "bigint", "text", "text", "text", "bigint", "text"],
  "text",
  ...["uuid[]", "int[]", "int[]"],
  ...["uuid[]", "uuid[]"],
  ...["uuid[]", "bytea[]", "bytea[]", "bytea[]"],
  ...["text[]", "text[]", "text[]", "text[]", "text[]"],
];
const PUT = `select * from put_compared_items(${ARGUMENTS.map((type, at) => `$${at + 1}::${type}`).join(", ")})`;

/** How many rows changed, and the number of the set that was written last, if any was. */
export type Put = { changed: number; written: number | null };

/**
 * Writes items as they were read and compared. Each item of a field stands in one of the other lists. With a line it takes the locks
 * that are yet to take, and writes nothing and answers with undefined where the line is no longer as it was known.
 */
export async function putCompared(
  tx: Tx,
  regionCode: string,
  { fields, ended, same, written }: ComparedItems,
  line?: Line,
): Promise<Put | undefined> {
  const { from, to } = regionRange(regionCode);
  const pairs = (tell: (pair: ItemOverlap, id: string) => unknown) =>
    arrayText(written.map(({ set, pairs }) => `"${arrayText(pairs.map((pair) => `${tell(pair, set.id)}`))}"`));
  const [row] = await prepared<{ changed: number | null; written: string | null }>(tx, PUT, [
    ...(line ? lockArguments(tx, regionCode) : ["{}", null]),
    ...[regionCode, from, to],
    line ? `${line.written}` : null,
    line?.answers.stamp ?? null,
    READ_BY,
    arrayText(fields.map(({ id }) => id)),
    arrayText(fields.map(({ position }) => `${position}`)),
    arrayText(fields.map(({ element }) => `${element}`)),
    arrayText(ended),
    arrayText(same),
    arrayText(written.map(({ set }) => set.id)),
    arrayText(written.map(({ set }) => bytesText(set.members))),
    arrayText(written.map(({ set }) => bytesText(set.own))),
    arrayText(written.map(({ set }) => bytesText(set.words))),
    pairs(({ aId, bId }, id) => (aId === id ? bId : aId)),
    pairs(({ relation }) => relation),
    pairs(({ shared }) => shared),
    pairs(({ ownShared }) => ownShared),
    pairs(({ wordsShared }) => wordsShared),
  ]);
  if (row === undefined || row.changed === null) return undefined;
  return { changed: row.changed, written: row.written === null ? null : Number(row.written) };
}

/** A set as an element of the text of an array of bytes. */
const bytesText = (members: Uint32Array | null) =>
  members ? `"\\\\x${Buffer.from(pack(members)).toString("hex")}"` : "null";
