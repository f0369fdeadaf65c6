import type { CuePlace } from "./grammar/stance-rule.ts";
import { anyIn, type Match, stretch } from "./match.ts";
import { firstFrom, type Places } from "./occurrences.ts";
import type { Reading } from "./reading.ts";

type Stretch = { start: number; end: number };

/** A stance rule as numbers: notions by their index. */
export type CompiledRule = {
  index: number;
  cue: readonly number[];
  place: CuePlace;
  gap: number;
  demands: ReadonlySet<string> | undefined;
  notDemands: ReadonlySet<string> | undefined;
  resets: readonly number[];
  also: { cue: readonly number[]; place: string } | undefined;
  unless: readonly { cue: readonly number[]; place: string }[];
};

/** How far behind a cue the words stand that turn it round (不得+漏报). */
const AFTER_CUE = 10;

/** The rules whose cue the text has at all, in their order. */
export function rulesFor(reading: Reading, rules: readonly CompiledRule[]): CompiledRule[] {
  return rules.filter(({ cue }) => cue.some((notion) => (reading.places[notion] as Places).count > 0));
}

/** The first rule that applies to the match; undefined when none does. */
export function decidingRule(
  reading: Reading,
  match: Match,
  demand: string,
  rules: readonly CompiledRule[],
  work: { steps: number },
): CompiledRule | undefined {
  return rules.find((rule) => {
    if (rule.demands !== undefined && !rule.demands.has(demand)) return false;
    if (rule.notDemands?.has(demand)) return false;
    work.steps++;
    const cue = cueOf(reading, match, rule);
    if (cue === undefined) return false;
    if (rule.also !== undefined && !anyIn(reading.places, rule.also.cue, sideOf(reading, match, rule.also.place)))
      return false;
    return !rule.unless.some(({ cue: words, place }) =>
      anyIn(
        reading.places,
        words,
        place === "after-cue" ? { start: cue.end, end: cue.end + AFTER_CUE } : sideOf(reading, match, place),
      ),
    );
  });
}

function sideOf(reading: Reading, match: Match, place: string): Stretch {
  if (place === "heading")
    return {
      start: reading.headings.start[match.clause] as number,
      end: (reading.headings.end[match.clause] as number) + 1,
    };
  if (place === "clause" || place === "sentence" || place === "passage") return stretch(reading, match, place);
  const sentence = stretch(reading, match, "sentence");
  return place === "before"
    ? { start: sentence.start, end: match.anchorStart }
    : { start: match.anchorEnd, end: sentence.end };
}

/** Where the rule's cue stands for this match; undefined when it does not. */
function cueOf(reading: Reading, match: Match, rule: CompiledRule): Stretch | undefined {
  const { places, headings } = reading;
  const { anchorStart, anchorEnd, clause } = match;
  switch (rule.place) {
    case "heading": {
      const start = headings.start[clause] as number;
      return start < 0 ? undefined : firstIn(places, rule.cue, start, headings.end[clause] as number);
    }
    case "clause":
    case "sentence":
    case "passage": {
      const { start, end } = stretch(reading, match, rule.place);
      return firstIn(places, rule.cue, Math.max(start, anchorStart - rule.gap), Math.min(end, anchorEnd + rule.gap));
    }
    case "before":
    case "carried": {
      const { start } = stretch(reading, match, rule.place === "before" ? "clause" : "part");
      const cue = lastIn(places, rule.cue, Math.max(start, anchorStart - rule.gap), anchorStart);
      if (cue === undefined || anyIn(places, rule.resets, { start: cue.end, end: anchorStart })) return undefined;
      return cue;
    }
    case "after":
    case "trailing": {
      const { end } = stretch(reading, match, rule.place === "after" ? "clause" : "part");
      const cue = firstIn(places, rule.cue, anchorEnd, Math.min(end, anchorEnd + rule.gap));
      if (cue === undefined || anyIn(places, rule.resets, { start: anchorEnd, end: cue.start })) return undefined;
      return cue;
    }
  }
}

function firstIn(places: readonly Places[], notions: readonly number[], from: number, to: number): Stretch | undefined {
  let best: Stretch | undefined;
  for (const notion of notions) {
    const { starts, ends, count } = places[notion] as Places;
    const index = firstFrom(places[notion] as Places, from);
    if (index >= count || (starts[index] as number) >= to) continue;
    if (best === undefined || (starts[index] as number) < best.start)
      best = { start: starts[index] as number, end: ends[index] as number };
  }
  return best;
}

/** The last that starts before `to`: 不设打卡 reaches into the 打卡 that it forbids. */
function lastIn(places: readonly Places[], notions: readonly number[], from: number, to: number): Stretch | undefined {
  let best: Stretch | undefined;
  for (const notion of notions) {
    const { starts, ends } = places[notion] as Places;
    const index = firstFrom(places[notion] as Places, to) - 1;
    if (index < 0 || (starts[index] as number) < from) continue;
    if (best === undefined || (starts[index] as number) > best.start)
      best = { start: starts[index] as number, end: ends[index] as number };
  }
  return best;
}
