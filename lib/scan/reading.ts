import { exceptions } from "./exceptions.ts";
import type { Lexicon } from "./grammar/compile.ts";
import { type Headings, headings } from "./headings.ts";
import { occurrences, type Places } from "./occurrences.ts";
import { type Segments, segment } from "./segment.ts";

/** A normalised text with all that patterns and stance rules ask of it. */
export type Reading = { text: string; segments: Segments; headings: Headings; places: readonly Places[] };

/** Reads a normalised text: its clauses, what governs them, and where each notion stands. `cues` are the notions that compete. */
export function read(
  lexicon: Lexicon,
  cues: readonly number[],
  text: string,
  addFigures: (places: readonly Places[]) => void,
): Reading {
  const segments = segment(text);
  const places = occurrences(lexicon, text);
  addFigures(places);
  const cuts = exceptions(text);
  if (cuts.starts.length > 0) for (const place of places) drop(place, cuts.starts, cuts.ends);
  const titles = titlesOf(text);
  if (titles.starts.length > 0) for (const cue of cues) drop(places[cue] as Places, titles.starts, titles.ends);
  compete(places, cues);
  return { text, segments, headings: headings(text, segments), places };
}

const LONGEST_TITLE = 80;

/** Titles of documents: what 《严禁…的通知》 says, the text does not say. */
function titlesOf(text: string): Places {
  const titles: Places = { starts: [], ends: [] };
  let open = text.indexOf("《");
  while (open >= 0) {
    const window = text.slice(open, open + LONGEST_TITLE).indexOf("》");
    const close = window < 0 ? -1 : open + window;
    if (close > 0) {
      titles.starts.push(open);
      titles.ends.push(close + 1);
    }
    open = text.indexOf("《", close > 0 ? close : open + 1);
  }
  return titles;
}

/** Takes out, in place, what begins inside one of the stretches; both rise. */
function drop(places: Places, starts: readonly number[], ends: readonly number[]): void {
  let kept = 0;
  let cut = 0;
  for (let index = 0; index < places.starts.length; index++) {
    const start = places.starts[index] as number;
    while (cut < starts.length && (ends[cut] as number) <= start) cut++;
    if (cut < starts.length && (starts[cut] as number) <= start) continue;
    places.starts[kept] = start;
    places.ends[kept] = places.ends[index] as number;
    kept++;
  }
  places.starts.length = kept;
  places.ends.length = kept;
}

/** Of overlapping cues of any notion only the longest stays: 不得少于 is no 不得. */
function compete(places: readonly Places[], cues: readonly number[]): void {
  const all: { start: number; end: number; cue: number }[] = [];
  for (const cue of cues) {
    const { starts, ends } = places[cue] as Places;
    for (let index = 0; index < starts.length; index++)
      all.push({ start: starts[index] as number, end: ends[index] as number, cue });
  }
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: typeof all = [];
  for (const one of all) {
    let last = kept[kept.length - 1];
    while (last !== undefined && last.end > one.start && last.end - last.start < one.end - one.start) {
      kept.pop();
      last = kept[kept.length - 1];
    }
    if (last === undefined || last.end <= one.start || (last.start === one.start && last.end === one.end))
      kept.push(one);
  }
  for (const cue of cues) {
    const place = places[cue] as Places;
    place.starts.length = 0;
    place.ends.length = 0;
  }
  for (const { start, end, cue } of kept) {
    (places[cue] as Places).starts.push(start);
    (places[cue] as Places).ends.push(end);
  }
}
