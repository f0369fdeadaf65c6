import { findPhrases } from "./automaton.ts";
import type { Lexicon } from "./grammar/compile.ts";

/** Where one notion stands in a text: `count` places, starts and ends rise together, no two overlap. */
export type Places = { starts: Int32Array; ends: Int32Array; count: number };

/** Where a notion stands that stands nowhere. */
const NOWHERE: Places = { starts: new Int32Array(0), ends: new Int32Array(0), count: 0 };

/** Room for so many places of each notion, from one stretch of memory. */
function roomFor(counts: Int32Array): Places[] {
  let total = 0;
  for (const count of counts) total += count;
  const memory = new Int32Array(total * 2);
  let from = 0;
  return Array.from(counts, (count) => {
    if (count === 0) return NOWHERE;
    const starts = memory.subarray(from, from + count);
    const ends = memory.subarray(from + count, from + 2 * count);
    from += 2 * count;
    return { starts, ends, count: 0 };
  });
}

/**
 * Where each notion of the lexicon stands, by its index; of overlapping phrases the longer wins, then the earlier.
 * `given` are notions that were found otherwise: their places as they are.
 */
export function occurrences(lexicon: Lexicon, text: string, given: ReadonlyMap<number, Places>): Places[] {
  const { names, senseFrom, senses, automaton } = lexicon;
  const { phrases, ends, length } = findPhrases(automaton, text);
  const counts = new Int32Array(names.length * 2);
  for (let index = 0; index < length; index++) {
    const phrase = phrases[index] as number;
    const to = senseFrom[phrase + 1] as number;
    for (let sense = senseFrom[phrase] as number; sense < to; sense++) {
      const slot = senses[sense] as number;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }
  const found = roomFor(counts);
  for (let index = 0; index < length; index++) {
    const phrase = phrases[index] as number;
    const end = ends[index] as number;
    const start = end - (automaton.lengths[phrase] as number);
    const to = senseFrom[phrase + 1] as number;
    for (let sense = senseFrom[phrase] as number; sense < to; sense++)
      keepLonger(found[senses[sense] as number] as Places, start, end);
  }
  for (let notion = 0; notion < names.length; notion++) {
    const block = found[names.length + notion] as Places;
    if (block.count > 0) dropBlocked(found[notion] as Places, block);
    const otherwise = given.get(notion);
    if (otherwise !== undefined) found[notion] = otherwise;
  }
  return found.slice(0, names.length);
}

/** Ends arrive in rising order, so that only the last kept can overlap the new one. */
function keepLonger(places: Places, start: number, end: number): void {
  const { starts, ends, count } = places;
  const last = count - 1;
  if (last >= 0 && start < (ends[last] as number)) {
    if (end - start <= (ends[last] as number) - (starts[last] as number)) return;
    if (last > 0 && start < (ends[last - 1] as number)) return;
    starts[last] = start;
    ends[last] = end;
  } else {
    starts[count] = start;
    ends[count] = end;
    places.count = count + 1;
  }
}

/** Keeps, in place, what no block overlaps, and what is longer than the block. */
function dropBlocked(places: Places, block: Places): void {
  const { starts, ends, count } = places;
  let kept = 0;
  let from = 0;
  for (let index = 0; index < count; index++) {
    const start = starts[index] as number;
    const end = ends[index] as number;
    while (from < block.count && (block.ends[from] as number) <= start) from++;
    if (from < block.count) {
      const blockStart = block.starts[from] as number;
      if (blockStart < end && (block.ends[from] as number) - blockStart >= end - start) continue;
    }
    starts[kept] = start;
    ends[kept] = end;
    kept++;
  }
  places.count = kept;
}

/** Keeps, in place, what does not begin inside one of the cuts. */
export function dropInside(places: Places, cuts: Places): void {
  const { starts, ends, count } = places;
  let kept = 0;
  let cut = 0;
  for (let index = 0; index < count; index++) {
    const start = starts[index] as number;
    while (cut < cuts.count && (cuts.ends[cut] as number) <= start) cut++;
    if (cut < cuts.count && (cuts.starts[cut] as number) <= start) continue;
    starts[kept] = start;
    ends[kept] = ends[index] as number;
    kept++;
  }
  places.count = kept;
}

/** Places from stretches that rise and do not overlap. */
export function placesOf(stretches: readonly { start: number; end: number }[]): Places {
  const count = stretches.length;
  if (count === 0) return NOWHERE;
  const places = { starts: new Int32Array(count), ends: new Int32Array(count), count };
  for (let index = 0; index < count; index++) {
    const { start, end } = stretches[index] as { start: number; end: number };
    places.starts[index] = start;
    places.ends[index] = end;
  }
  return places;
}

/** Index of the first place that starts at or after the offset. */
export function firstFrom({ starts, count }: Places, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether any place lies within the stretch. */
export function standsIn(places: Places, start: number, end: number): boolean {
  const index = firstFrom(places, start);
  return index < places.count && (places.ends[index] as number) <= end;
}
