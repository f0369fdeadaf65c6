import { eachOccurrence } from "./automaton.ts";
import type { Lexicon } from "./grammar/compile.ts";

/** Where one notion stands in a text: starts and ends rise together, no two overlap. */
export type Places = { starts: number[]; ends: number[] };

/** Where each notion of the lexicon stands, by its index; of overlapping phrases the longer wins, then the earlier. */
export function occurrences(lexicon: Lexicon, text: string): Places[] {
  const found: Places[] = lexicon.names.map(() => ({ starts: [], ends: [] }));
  const blocked: Places[] = lexicon.names.map(() => ({ starts: [], ends: [] }));
  const { senseFrom, senses } = lexicon;
  eachOccurrence(lexicon.automaton, text, (phrase, start, end) => {
    const to = senseFrom[phrase + 1] as number;
    for (let sense = senseFrom[phrase] as number; sense < to; sense++) {
      const notion = senses[sense] as number;
      if (notion >= 0) keepLonger(found[notion] as Places, start, end);
      else keepLonger(blocked[~notion] as Places, start, end);
    }
  });
  for (const [notion, block] of blocked.entries())
    if (block.starts.length > 0) found[notion] = without(found[notion] as Places, block);
  return found;
}

/** Ends arrive in rising order, so that only the last kept can overlap the new one. */
function keepLonger({ starts, ends }: Places, start: number, end: number): void {
  const last = starts.length - 1;
  if (last >= 0 && start < (ends[last] as number)) {
    if (end - start <= (ends[last] as number) - (starts[last] as number)) return;
    const before = last > 0 ? (ends[last - 1] as number) : 0;
    if (start < before) return;
    starts[last] = start;
    ends[last] = end;
  } else {
    starts.push(start);
    ends.push(end);
  }
}

/** The places that no block overlaps, unless the place is the longer. */
function without({ starts, ends }: Places, block: Places): Places {
  const kept: Places = { starts: [], ends: [] };
  let from = 0;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] as number;
    const end = ends[index] as number;
    while (from < block.starts.length && (block.ends[from] as number) <= start) from++;
    const overlaps =
      from < block.starts.length &&
      (block.starts[from] as number) < end &&
      (block.ends[from] as number) - (block.starts[from] as number) >= end - start;
    if (overlaps) continue;
    kept.starts.push(start);
    kept.ends.push(end);
  }
  return kept;
}

/** Index of the first place that starts at or after the offset. */
export function firstFrom({ starts }: Places, offset: number): number {
  let low = 0;
  let high = starts.length;
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
  return index < places.starts.length && (places.ends[index] as number) <= end;
}
