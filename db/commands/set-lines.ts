import { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import type { Tx } from "../client.ts";
import { itemSetsOf, type LineNews, lastWritten } from "../queries/item-sets.ts";
import { rememberedRows } from "../session.ts";

/** The sets of a line as this process saw them last, and the number that was written last by then. */
export type Line = { written: number; index: OverlapIndex };

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
export async function lineOf(tx: Tx, regionCode: string, former?: Line, news?: LineNews): Promise<OverlapIndex> {
  if (wrote.has(tx) || news?.removedHere) return read(tx, regionCode);
  const written = news?.written ?? (await lastWritten(tx, regionCode));
  const index = former && news && !news.removed ? former.index : await read(tx, regionCode);
  for (const set of news?.sets ?? []) index.put(set);
  keep(linesOf(tx), regionCode, { written, index });
  return index;
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
