import { exceptions } from "./exceptions.ts";
import type { Lexicon } from "./grammar/compile.ts";
import { type Headings, headings } from "./headings.ts";
import { dropInside, occurrences, type Places, placesOf } from "./occurrences.ts";
import { type Segments, segment } from "./segment.ts";

/** A normalised text with all that patterns and stance rules ask of it. */
export type Reading = { text: string; segments: Segments; headings: Headings; places: readonly Places[] };

/**
 * Reads a normalised text: its clauses, what governs them, and where each notion stands. `cues` are the notions that compete,
 * `given` those that are found otherwise than by phrases.
 */
export function read(
  lexicon: Lexicon,
  cues: readonly number[],
  text: string,
  given: ReadonlyMap<number, Places>,
): Reading {
  const segments = segment(text);
  const places = occurrences(lexicon, text, given);
  const cuts = exceptions(text);
  if (cuts.length > 0) for (const place of places) dropInside(place, placesOf(cuts));
  const titles = titlesOf(text);
  if (titles.length > 0) for (const cue of cues) dropInside(places[cue] as Places, placesOf(titles));
  compete(places, cues);
  return { text, segments, headings: headings(text, segments), places };
}

const LONGEST_TITLE = 80;

/** Titles of documents: what 《严禁…的通知》 says, the text does not say. */
function titlesOf(text: string): { start: number; end: number }[] {
  const titles: { start: number; end: number }[] = [];
  let open = text.indexOf("《");
  while (open >= 0) {
    const inner = text.slice(open + 1, open + LONGEST_TITLE);
    const next = inner.indexOf("《");
    const close = (next < 0 ? inner : inner.slice(0, next)).indexOf("》");
    const end = close < 0 ? open + 1 : open + close + 2;
    if (close >= 0) titles.push({ start: open, end });
    open = text.indexOf("《", end);
  }
  return titles;
}

/** Keys for sorting: start, then falling length, then cue, in one number below 2 ** 53. */
const LENGTHS = 64;
const CUES = 128;

/** Of overlapping cues of any notion only the longest stays: 不得少于 is no 不得. */
function compete(places: readonly Places[], cues: readonly number[]): void {
  let total = 0;
  for (const cue of cues) total += (places[cue] as Places).count;
  if (total === 0) return;
  const keys = new Float64Array(total);
  let filled = 0;
  for (const [index, cue] of cues.entries()) {
    const { starts, ends, count } = places[cue] as Places;
    for (let at = 0; at < count; at++) {
      const start = starts[at] as number;
      keys[filled++] = (start * LENGTHS + LENGTHS - ((ends[at] as number) - start)) * CUES + index;
    }
    (places[cue] as Places).count = 0;
  }
  keys.sort();
  let kept = 0;
  for (const key of keys) {
    const { start, end } = stretchOf(key);
    while (kept > 0) {
      const last = stretchOf(keys[kept - 1] as number);
      if (last.end <= start || last.end - last.start >= end - start) break;
      kept--;
    }
    const last = kept === 0 ? undefined : stretchOf(keys[kept - 1] as number);
    if (last !== undefined && last.end > start && !(last.start === start && last.end === end)) continue;
    keys[kept++] = key;
  }
  for (let at = 0; at < kept; at++) {
    const key = keys[at] as number;
    const { start, end } = stretchOf(key);
    const place = places[cues[key % CUES] as number] as Places;
    place.starts[place.count] = start;
    place.ends[place.count] = end;
    place.count++;
  }
}

function stretchOf(key: number): { start: number; end: number } {
  const place = Math.floor(key / CUES);
  const start = Math.floor((place - 1) / LENGTHS);
  return { start, end: start + LENGTHS - (place - start * LENGTHS) };
}
