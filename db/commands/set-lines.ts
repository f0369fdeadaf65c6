import type { AliasResolver } from "#lib/redundancy/element/alias.ts";
import type { ItemSet } from "#lib/redundancy/item/item-set.ts";
import { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import type { Tx } from "../client.ts";
import { itemSetsOf, type LineNews, lastWritten } from "../queries/item-sets.ts";
import { afterCommit, rememberedRows } from "../session.ts";

/** The answers about elements that hold in a region, and what they are known again by. */
export type Answers = { stamp: string; resolve: AliasResolver };

/** The sets of a line as this process saw them last, the number that was written last by then, and the answers that held. */
export type Line = { written: number; index: OverlapIndex; answers: Answers };

/** Those looked at last, the latest at the end, by region. */
const linesOf = rememberedRows(() => new Map<string, Line>());

/** So many sets are remembered in all, a kilobyte or so each; a county has five hundred. */
const MOST_SETS = 50_000;

/** What this process remembers of the line of a region, of which it asks what was written since. */
export function rememberedLine(tx: Tx, regionCode: string): Line | undefined {
  // What this transaction wrote or removed may never come to be, and is for nobody else to see.
  return wrote.has(tx) ? undefined : linesOf(tx).get(regionCode);
}

/**
 * The sets of the items that people of a region face: its own, those below it and those of the regions it lies in. Who remembered the
 * line reads only what was written since; the database says what that is, so that several processes may write. For who holds the
 * sets of the region (`holdSets`).
 */
export async function lineOf(
  tx: Tx,
  regionCode: string,
  answers: Answers,
  former?: Line,
  news?: LineNews,
): Promise<Line> {
  if (wrote.has(tx) || news?.removedHere) return { written: 0, index: await read(tx, regionCode), answers };
  const written = news?.written ?? (await lastWritten(tx, regionCode));
  const index = former && news && !news.removed ? former.index : await read(tx, regionCode);
  for (const set of news?.sets ?? []) index.put(set);
  const line = { written, index, answers };
  keep(linesOf(tx), regionCode, line);
  return line;
}

/**
 * Lets the line that a transaction knew follow what it wrote there up to a number, once it is committed; where others were quicker to
 * read it, it is known already. A set that was removed is forgotten with the line.
 */
export function followLine(
  tx: Tx,
  regionCode: string,
  line: Line,
  { sets, written, removed }: { sets: readonly ItemSet[]; written: number | null; removed: boolean },
): void {
  const lines = linesOf(tx);
  const before = line.written;
  afterCommit(tx, () => {
    if (lines.get(regionCode) !== line || line.written !== before) return;
    if (removed) lines.delete(regionCode);
    for (const set of sets) line.index.put(set);
    line.written = written ?? before;
  });
}

async function read(tx: Tx, regionCode: string): Promise<OverlapIndex> {
  const index = new OverlapIndex();
  for await (const sets of itemSetsOf(tx, regionCode)) for (const set of sets) index.put(set);
  return index;
}

/** Transactions that wrote sets. */
const wrote = new WeakSet<Tx>();
export const noteWriting = (tx: Tx): void => void wrote.add(tx);

function keep(lines: Map<string, Line>, regionCode: string, line: Line): void {
  lines.delete(regionCode);
  lines.set(regionCode, line);
  let count = [...lines.values()].reduce((sum, { index }) => sum + index.size, 0);
  for (const [oldest, { index }] of lines) {
    if (count <= MOST_SETS) return;
    lines.delete(oldest);
    count -= index.size;
  }
}
