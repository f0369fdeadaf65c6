import { clauseEnd, PARAGRAPH, PART, SENTENCE, type Segments } from "./segment.ts";

/** For each clause the stretch of the heading that governs it (“不得有下列行为：” over its items); -1 when none does. */
export type Headings = { start: Int32Array; end: Int32Array };

/** Longer lines are text, not headings. */
const LONGEST_HEADING = 40;

/** `items` is the rank of the first item under it, 0 before there is one. */
type Heading = { start: number; end: number; level: number; items: number; sameLine: boolean };

/** Which heading governs each clause: one that ends in a colon, or a short line before a list. One pass. */
export function headings(text: string, segments: Segments): Headings {
  const { starts, before, colon, count } = segments;
  const start = new Int32Array(count).fill(-1);
  const end = new Int32Array(count).fill(-1);
  let current: Heading | undefined;
  let sentenceStart = 0;
  let lineStart = 0;
  for (let clause = 0; clause < count; clause++) {
    const at = starts[clause] as number;
    const level = markerLevel(text, at);
    const strength = before[clause] as number;
    if (strength >= SENTENCE) {
      if (strength === PARAGRAPH && clause > 0) current = lineHeading(text, segments, lineStart, clause) ?? current;
      if (current !== undefined && !goesOn(current, strength, level)) current = undefined;
      if (current !== undefined && current.items === 0) current.items = level;
      sentenceStart = at;
      if (strength === PARAGRAPH) lineStart = clause;
    } else if (colon[clause] === 1 && (current === undefined || markerLevel(text, sentenceStart) === 0)) {
      current = { start: sentenceStart, end: at, level: markerLevel(text, sentenceStart), items: 0, sameLine: true };
    } else if (strength === PART && colon[clause] === 0) {
      sentenceStart = at;
    }
    if (current === undefined) continue;
    start[clause] = current.start;
    end[clause] = current.end;
  }
  return { start, end };
}

/**
 * A heading goes on over the items of its list, one without a number until an item of a higher rank than its first; a numbered one
 * over all lines up to the next of its level.
 */
function goesOn(heading: Heading, strength: number, level: number): boolean {
  if (level > 0) return heading.level === 0 ? level >= heading.items : level > heading.level;
  return strength === PARAGRAPH && !heading.sameLine && heading.level > 0;
}

/** The line that ends before `next` as a heading: short, without a mark at its end. */
function lineHeading(text: string, segments: Segments, first: number, next: number): Heading | undefined {
  const start = segments.starts[first] as number;
  const end = clauseEnd(segments, next - 1);
  if (end - start > LONGEST_HEADING || end - start < 3) return undefined;
  const last = text.charAt((segments.starts[next] as number) - 2);
  if ("。！!？?；;，,".includes(last)) return undefined;
  return { start, end, level: markerLevel(text, start), items: 0, sameLine: false };
}

const NUMERALS = "一二三四五六七八九十";

/** Rank of the list mark that stands at the offset: 一、 is 1, (一) 2, 1. 3, (1) 4, ① 5; 0 when there is none. */
export function markerLevel(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x2460 && unit <= 0x249b) return 5;
  const first = text.charAt(at);
  if (first === "(") {
    const inner = text.charAt(at + 1);
    if (NUMERALS.includes(inner) && inner !== "") return 2;
    if (inner >= "0" && inner <= "9") return 4;
    return 0;
  }
  if (first !== "" && NUMERALS.includes(first)) {
    const second = text.charAt(at + 1);
    if (second === "、" || second === "是") return 1;
    return NUMERALS.includes(second) && second !== "" && text.charAt(at + 2) === "、" ? 1 : 0;
  }
  if (first >= "0" && first <= "9") {
    const second = text.charAt(at + 1);
    const mark = second >= "0" && second <= "9" ? text.charAt(at + 2) : second;
    return mark === "、" || mark === "." || mark === ")" ? 3 : 0;
  }
  return 0;
}
