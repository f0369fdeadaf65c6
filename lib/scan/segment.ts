/** How strongly a mark divides a text. */
export const CLAUSE = 1;
export const PART = 2;
export const SENTENCE = 3;
export const PARAGRAPH = 4;

/** Where the clauses of a normalised text begin, and what stands before each: rising, the first at 0. */
export type Segments = {
  starts: Int32Array;
  /** Strength of the mark before clause i; `PARAGRAPH` before the first. */
  before: Uint8Array;
  /** Whether the mark before clause i is a colon. */
  colon: Uint8Array;
  count: number;
  length: number;
};

const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const QUESTION = 63;
const EXCLAMATION = 33;
const NEWLINE = 10;
const FULL_STOP = "。".charCodeAt(0);
const HALF_STOP = "｡".charCodeAt(0);
const ELLIPSIS = "…".charCodeAt(0);
const DASH = "—".charCodeAt(0);
const POINT = 46;

/** Cuts a normalised text into clauses; each unit of the text belongs to exactly one, marks to the clause that they end. */
export function segment(text: string): Segments {
  let count = 1;
  let capacity = 64;
  let starts = new Int32Array(capacity);
  let before = new Uint8Array(capacity);
  let colon = new Uint8Array(capacity);
  before[0] = PARAGRAPH;
  for (let at = 0; at < text.length; at++) {
    const strength = strengthAt(text, at);
    if (strength === 0) continue;
    const last = count - 1;
    if (starts[last] === at) {
      // Marks in a row divide as the strongest of them.
      starts[last] = at + 1;
      if (strength > (before[last] as number)) before[last] = strength;
      continue;
    }
    if (count === capacity) {
      capacity *= 2;
      starts = grown(starts, new Int32Array(capacity));
      before = grown(before, new Uint8Array(capacity));
      colon = grown(colon, new Uint8Array(capacity));
    }
    starts[count] = at + 1;
    before[count] = strength;
    colon[count] = text.charCodeAt(at) === COLON ? 1 : 0;
    count++;
  }
  return { starts, before, colon, count, length: text.length };
}

function grown<Store extends Int32Array | Uint8Array>(from: Store, to: Store): Store {
  to.set(from);
  return to;
}

function strengthAt(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case COMMA:
      return between(text, at, isDigit) ? 0 : CLAUSE;
    case COLON:
      return between(text, at, isDigit) ? 0 : CLAUSE;
    case DASH:
    case ELLIPSIS:
      return CLAUSE;
    case SEMICOLON:
      return PART;
    case FULL_STOP:
    case HALF_STOP:
    case QUESTION:
    case EXCLAMATION:
      return SENTENCE;
    case POINT:
      return at > 0 && isHan(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 1)) ? SENTENCE : 0;
    case NEWLINE:
      return PARAGRAPH;
    default:
      return 0;
  }
}

function between(text: string, at: number, is: (unit: number) => boolean): boolean {
  return at > 0 && at + 1 < text.length && is(text.charCodeAt(at - 1)) && is(text.charCodeAt(at + 1));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** The clause that holds the offset. */
export function clauseAt({ starts, count }: Segments, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function clauseEnd({ starts, count, length }: Segments, clause: number): number {
  return clause + 1 < count ? (starts[clause + 1] as number) : length;
}

/** First and last clause around `clause` that no mark of this strength divides from it, at most `reach` clauses away. */
export function clausesAround(
  segments: Segments,
  clause: number,
  strength: number,
  reach: number,
): { first: number; last: number } {
  const { before, count } = segments;
  let first = clause;
  while (first > 0 && clause - first < reach && (before[first] as number) < strength) first--;
  let last = clause;
  while (last + 1 < count && last - clause < reach && (before[last + 1] as number) < strength) last++;
  return { first, last };
}
