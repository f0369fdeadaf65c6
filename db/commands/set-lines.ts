import type { ComparedKind } from "#lib/redundancy/item/item-set.ts";
import { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import type { Database, Tx } from "../client.ts";
import { itemSetsOf, type Look, lineSince, lookOf } from "../queries/item-sets.ts";
import { databaseOf } from "../session.ts";

/** The sets of a line as this process saw them last. */
type Line = { look: Look; index: OverlapIndex };

/** Those looked at last, the latest at the end. */
const remembered = new WeakMap<Database, Map<string, Line>>();

/** So many sets are remembered in all, a kilobyte or so each; a county has five hundred. */
const MOST_SETS = 50_000;

/**
 * The sets of the items that people of a region face: its own, those below it and those of the regions it lies in. Who held the line
 * before reads only what was written since; the database says what that is, so that several processes may write. Transactions are
 * numbered by one server: on one that spreads its tables over several, lines must be read anew. For who holds the sets of the region
 * (`holdSets`).
 */
export async function lineOf(tx: Tx, regionCode: string, kinds: readonly ComparedKind[]): Promise<OverlapIndex> {
  // What this transaction wrote may never come to be, and is for nobody else to see.
  if (wrote.has(tx)) return (await read(tx, regionCode, kinds)).index;
  const lines = linesOf(tx);
  const key = `${regionCode} ${kinds.join(" ")}`;
  const line = (await broughtUpToDate(tx, lines.get(key), regionCode, kinds)) ?? (await read(tx, regionCode, kinds));
  lines.delete(key);
  keep(lines, key, line);
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

/** A remembered line with what was written since; nothing where some of its sets are gone. */
async function broughtUpToDate(
  tx: Tx,
  line: Line | undefined,
  regionCode: string,
  kinds: readonly ComparedKind[],
): Promise<Line | undefined> {
  if (line === undefined) return undefined;
  const { look, sets, count } = await lineSince(tx, { regionCode, kinds, look: line.look });
  for (const set of sets) line.index.put(set);
  return line.index.size === count ? { look, index: line.index } : undefined;
}

async function read(tx: Tx, regionCode: string, kinds: readonly ComparedKind[]): Promise<Line> {
  const look = await lookOf(tx);
  const index = new OverlapIndex();
  for await (const sets of itemSetsOf(tx, { regionCode, kinds, above: true })) for (const set of sets) index.put(set);
  return { look, index };
}

function keep(lines: Map<string, Line>, key: string, line: Line): void {
  lines.set(key, line);
  let count = [...lines.values()].reduce((sum, { index }) => sum + index.size, 0);
  for (const [oldest, { index }] of lines) {
    if (count <= MOST_SETS) return;
    lines.delete(oldest);
    count -= index.size;
  }
}
