import { SCANNED_DEMANDS, type ScannedDemand } from "../asset/vocabulary.ts";
import { normalise } from "../text/normalise.ts";
import { decidingRule, rulesFor } from "./decide-stance.ts";
import { doerOf } from "./doer.ts";
import { type Figure, type FigureKind, figuresOf } from "./figures.ts";
import { grammar } from "./grammar/index.ts";
import type { Hit, Quote, Span } from "./hit.ts";
import { type Match, matches, stretch } from "./match.ts";
import { type Places, placesOf } from "./occurrences.ts";
import { quotedNames } from "./quoted-names.ts";
import { type Reading, read } from "./reading.ts";
import { type Stance, stanceCounts } from "./stance.ts";

/** No reader wants more numbers beside one demand. */
const MOST_FIGURES = 8;

/** What a text demands of the grass roots, in order of `span.start`; offsets are those of the text as given. Total and linear. */
export function scanText(text: string): Hit[] {
  return scanCounting(text).hits;
}

/** The hits of a text and how many places the engine looked at for them: the measure of its work. */
export function scanCounting(text: string): { hits: Hit[]; steps: number } {
  const { lexicon, patterns, sources, rules, ruleSources, cues, doers, namedApp, figureNotions } = grammar();
  const normal = normalise(text);
  const figures = figuresOf(normal.text);
  const given = new Map<number, Places>();
  for (const [kind, own] of byKind(figures)) given.set(figureNotions[kind], placesOf(own));
  given.set(namedApp, placesOf(quotedNames(text, normal)));
  const reading = read(lexicon, cues, normal.text, given);
  const work = { steps: 0 };
  const found = new Map<number, Found>();
  const applicable = rulesFor(reading, rules);
  for (const pattern of patterns) {
    const { demand } = sources[pattern.index] as { demand: ScannedDemand };
    for (const match of matches(reading, pattern, work)) {
      const key = keyOf(demand, match);
      // The pattern that stands first in the grammar speaks for a demand in a clause.
      if (found.has(key)) continue;
      const rule = decidingRule(reading, match, demand, applicable, work);
      const source = rule === undefined ? undefined : ruleSources[rule.index];
      found.set(key, { match, demand, stance: source?.stance ?? "practice", rule: source?.id ?? "default" });
    }
  }
  const original = (start: number, end: number): Span => ({
    start: normal.at[start] as number,
    end: (normal.at[end - 1] as number) + 1,
  });
  const quote = (start: number, end: number): Quote => {
    const span = original(start, end);
    return { text: text.slice(span.start, span.end), span };
  };
  const hits = [...found.values()].map(({ match, demand, stance, rule }): Hit => {
    const sentence = sentenceOf(reading, match);
    const doer = doerOf(reading.places[doers] as Places, sentence, { start: match.anchorStart, end: match.anchorEnd });
    return {
      demand,
      span: original(match.start, match.end),
      sentence: original(sentence.start, sentence.end),
      stance,
      counts: stanceCounts(stance),
      doer: doer === undefined ? null : quote(doer.start, doer.end),
      figures: figuresIn(figures, sentence).map(({ start, end }) => quote(start, end)),
      pattern: sources[match.pattern]?.id ?? "",
      stanceRule: rule,
    };
  });
  hits.sort((one, other) => one.span.start - other.span.start || (one.demand < other.demand ? -1 : 1));
  return { hits, steps: work.steps };
}

function byKind(figures: readonly Figure[]): Map<FigureKind, Figure[]> {
  const kinds = new Map<FigureKind, Figure[]>();
  for (const figure of figures) {
    const own = kinds.get(figure.kind);
    if (own === undefined) kinds.set(figure.kind, [figure]);
    else own.push(figure);
  }
  return kinds;
}

type Found = { match: Match; demand: ScannedDemand; stance: Stance; rule: string };

const DEMAND_KEYS = new Map(SCANNED_DEMANDS.map((demand, index) => [demand, index]));

/** What is further apart is not said in one breath, whatever the punctuation. */
const BREATH = 200;
/** More clauses than any text has, to make one key of several numbers. */
const CLAUSES = 2 ** 26;

/** One key for all matches of a demand in a clause, or in a breath of a clause without end. */
function keyOf(demand: ScannedDemand, { clause, anchorStart }: Match): number {
  return (clause + Math.floor(anchorStart / BREATH) * CLAUSES) * 16 + (DEMAND_KEYS.get(demand) ?? 0);
}

/** The sentence around a match without blank edges; where a sentence has no end, as much of it as a reader takes in. */
function sentenceOf(reading: Reading, match: Match): Span {
  const { start, end } = stretch(reading, match, "sentence");
  let last = Math.max(end, match.end);
  while (last > match.end && reading.text.charAt(last - 1) === "\n") last--;
  return { start: Math.min(start, match.start), end: last };
}

function figuresIn(figures: readonly Figure[], { start, end }: Span): Figure[] {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as Figure).start < start) low = middle + 1;
    else high = middle;
  }
  const inside: Figure[] = [];
  for (let index = low; index < figures.length && inside.length < MOST_FIGURES; index++) {
    const figure = figures[index] as Figure;
    if (figure.end > end) break;
    inside.push(figure);
  }
  return inside;
}
