import { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import type { Database, Tx } from "../client.ts";
import { itemSetsOf, lastWritten, lineSince } from "../queries/item-sets.ts";
import { databaseOf } from "../session.ts";

/** The sets of a line as this process saw them last, and the number that was written last by then. */
type Line = { written: number; index: OverlapIndex };

/** Those looked at last, the latest at the end, by region. */
const remembered = new WeakMap<Database, Map<string, Line>>();

/** So many sets are remembered in all, a kilobyte or so each; a county has five hundred. */
const MOST_SETS = 50_000;

/**
 * The sets of the items that people of a region face: its own, those below it and those of the regions it lies in. Who held the line
 * before reads only what was written since; the database says what that is, so that several processes may write. For who holds the
 * sets of the region (`holdSets`).
 */
export async function lineOf(tx: Tx, regionCode: string): Promise<OverlapIndex> {
  // What this transaction wrote may never come to be, and is for nobody else to see.
  if (wrote.has(tx)) return (await read(tx, regionCode)).index;
  const lines = linesOf(tx);
  const former = lines.get(regionCode);
  const line = await (former ? broughtUpToDate(tx, former, regionCode) : read(tx, regionCode));
  lines.delete(regionCode);
  keep(lines, regionCode, line);
  return line.index;
}

/** Transactions that wrote sets. */
const wrote = new WeakSet<Tx>();
export const noteWriting = (tx: Tx): void => void wrote.add(tx);

function linesOf(tx: Tx): Map<string, Line> {
  const database = databaseOf(tx);
  const lines = (database && remembered.get(database)) ?? new Map<string, Line>();
  if (database) remembered.set(database, lines);
  return lines;
}

/** A remembered line with what was written since; read anew where some of its sets are gone. */
async function broughtUpToDate(tx: Tx, line: Line, regionCode: string): Promise<Line> {
  const { written, sets, removed } = await lineSince(tx, regionCode, line.written);
  if (removed) return read(tx, regionCode, written);
  for (const set of sets) line.index.put(set);
  return { written, index: line.index };
}

async function read(tx: Tx, regionCode: string, since = 0): Promise<Line> {
  const written = Math.max(since, await lastWritten(tx, regionCode));
  const index = new OverlapIndex();
  for await (const sets of itemSetsOf(tx, regionCode)) for (const set of sets) index.put(set);
  return { written, index };
}

function keep(lines: Map<string, Line>, regionCode: string, line: Line): void {
  lines.set(regionCode, line);
  let count = [...lines.values()].reduce((sum, { index }) => sum + index.size, 0);
  for (const [oldest, { index }] of lines) {
    if (count <= MOST_SETS) return;
    lines.delete(oldest);
    count -= index.size;
  }
}
