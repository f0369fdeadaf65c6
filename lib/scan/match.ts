import type { Scope } from "./grammar/pattern.ts";
import { firstFrom, type Places, standsIn } from "./occurrences.ts";
import type { Reading } from "./reading.ts";
import { CLAUSE, clauseAt, clauseEnd, clausesAround, PARAGRAPH, PART, SENTENCE } from "./segment.ts";

/** A pattern as numbers: notions by their index. */
export type CompiledPattern = {
  index: number;
  anchors: readonly number[];
  others: readonly (readonly number[])[];
  within: Scope;
  gap: number;
  ordered: boolean;
  about: readonly number[];
  notInClause: readonly number[];
  notInSentence: readonly number[];
  notInPassage: readonly number[];
};

/** A stretch where a pattern holds: all of it, and the words that it hangs on. */
export type Match = {
  pattern: number;
  start: number;
  end: number;
  anchorStart: number;
  anchorEnd: number;
  clause: number;
  /** What each scope holds, as far as somebody asked. */
  stretches: Partial<Record<Scope, Stretch>>;
};

type Stretch = { start: number; end: number };

/** What divides, and how many clauses and characters on each side a reader still holds together. */
const EXTENT: Record<Scope, { strength: number; clauses: number; reach: number }> = {
  clause: { strength: CLAUSE, clauses: 0, reach: 100 },
  part: { strength: PART, clauses: 16, reach: 160 },
  sentence: { strength: SENTENCE, clauses: 16, reach: 160 },
  passage: { strength: PARAGRAPH, clauses: 40, reach: 300 },
};

type Place = Pick<Match, "anchorStart" | "clause" | "stretches">;

/** The stretch that a scope names around a match; bounded, so that no text makes looking through it slow. */
export function stretch({ segments }: Reading, { anchorStart, clause, stretches }: Place, scope: Scope): Stretch {
  const known = stretches[scope];
  if (known !== undefined) return known;
  const { strength, clauses, reach } = EXTENT[scope];
  const { first, last } = clausesAround(segments, clause, strength, clauses);
  const found = {
    start: Math.max(segments.starts[first] as number, anchorStart - reach),
    end: Math.min(clauseEnd(segments, last), anchorStart + reach),
  };
  stretches[scope] = found;
  return found;
}

/** Whether any of the notions stands in the stretch. */
export function anyIn(places: readonly Places[], notions: readonly number[], { start, end }: Stretch): boolean {
  return notions.some((notion) => standsIn(places[notion] as Places, start, end));
}

/** All matches of a pattern, at most one for each place of its first notion; counts what it looks at. */
export function matches(reading: Reading, pattern: CompiledPattern, work: { steps: number }): Match[] {
  const found: Match[] = [];
  const { places } = reading;
  if (pattern.others.some((slot) => slot.every((notion) => (places[notion] as Places).count === 0))) return found;
  for (const anchor of pattern.anchors) {
    const { starts, ends, count } = places[anchor] as Places;
    for (let index = 0; index < count; index++) {
      work.steps++;
      const match = matchAt(reading, pattern, starts[index] as number, ends[index] as number);
      if (match !== undefined) found.push(match);
    }
  }
  return found;
}

function matchAt(reading: Reading, pattern: CompiledPattern, start: number, end: number): Match | undefined {
  const { places, segments } = reading;
  const reach = Math.min(pattern.gap, EXTENT[pattern.within].reach);
  // Most places fail here, before anything is asked about clauses.
  for (const slot of pattern.others) if (!anyNear(places, slot, start - reach, end + reach)) return undefined;
  const place: Place = { anchorStart: start, clause: clauseAt(segments, start), stretches: {} };
  const scope = stretch(reading, place, pattern.within);
  const from = Math.max(scope.start, start - pattern.gap);
  const to = Math.min(scope.end, end + pattern.gap);
  let hull = { start, end };
  let after = end;
  for (const slot of pattern.others) {
    const other = pattern.ordered
      ? firstAfter(places, slot, after, to)
      : nearest(places, slot, from, to, { start, end });
    if (other === undefined) return undefined;
    after = other.end;
    hull = { start: Math.min(hull.start, other.start), end: Math.max(hull.end, other.end) };
  }
  const has = (notions: readonly number[], where: Scope) =>
    notions.length > 0 && anyIn(places, notions, stretch(reading, place, where));
  if (has(pattern.notInClause, "clause")) return undefined;
  if (has(pattern.notInSentence, "sentence")) return undefined;
  if (has(pattern.notInPassage, "passage")) return undefined;
  if (pattern.about.length > 0 && !has(pattern.about, "passage")) return undefined;
  return { pattern: pattern.index, ...hull, ...place, anchorEnd: end };
}

/** Whether one of the notions begins in the stretch, or next before it. */
function anyNear(places: readonly Places[], slot: readonly number[], from: number, to: number): boolean {
  for (const notion of slot) {
    const place = places[notion] as Places;
    if (place.count === 0) continue;
    const index = firstFrom(place, from);
    if (index < place.count && (place.starts[index] as number) <= to) return true;
  }
  return false;
}

function firstAfter(
  places: readonly Places[],
  slot: readonly number[],
  after: number,
  to: number,
): Stretch | undefined {
  let best: Stretch | undefined;
  for (const notion of slot) {
    const place = places[notion] as Places;
    const index = firstFrom(place, after);
    if (index >= place.count) continue;
    const found = { start: place.starts[index] as number, end: place.ends[index] as number };
    if (found.end <= to && (best === undefined || found.start < best.start)) best = found;
  }
  return best;
}

/** The place of one of the notions next to the anchor, not overlapping it. */
function nearest(
  places: readonly Places[],
  slot: readonly number[],
  from: number,
  to: number,
  anchor: Stretch,
): Stretch | undefined {
  let best = firstAfter(places, slot, anchor.end, to);
  let distance = best === undefined ? Number.POSITIVE_INFINITY : best.start - anchor.end;
  for (const notion of slot) {
    const place = places[notion] as Places;
    let index = firstFrom(place, anchor.start) - 1;
    // What reaches into the anchor is the anchor's own word.
    while (index >= 0 && (place.ends[index] as number) > anchor.start) index--;
    if (index < 0) continue;
    const start = place.starts[index] as number;
    const end = place.ends[index] as number;
    if (start < from || anchor.start - end >= distance) continue;
    distance = anchor.start - end;
    best = { start, end };
  }
  return best;
}
