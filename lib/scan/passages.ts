import type { Span } from "./hit.ts";

/** A stretch of a paragraph that the same hits cover; `hits` are places in the list of spans. */
export type Piece = { start: number; end: number; hits: readonly number[] };
/** What a reader sees of a text: a paragraph in pieces, or how much between two paragraphs is left out. */
export type Passage =
  | { is: "paragraph"; start: number; end: number; pieces: Piece[] }
  | { is: "gap"; start: number; paragraphs: number; characters: number };

/** Texts up to this length are shown whole. */
export const SHOWN_WHOLE = 60_000;
/** In a long text, a line without end is cut into paragraphs of this length. */
const LINE = 2000;
/** Longest paragraph that is shown beside a hit without one of its own. */
const NEIGHBOUR = 500;

/**
 * A text as its reader sees it: whole, or, when it is long, the paragraphs of the spans, each with its neighbours, and what was
 * left out between them. Spans are in the order of their start and may overlap.
 */
export function passagesOf(content: string, spans: readonly Span[]): Passage[] {
  const isWhole = content.length <= SHOWN_WHOLE;
  const paragraphs = paragraphsOf(content, isWhole ? SHOWN_WHOLE : LINE);
  const owned = spansOf(paragraphs, spans);
  const isNear = (index: number) => (owned[index - 1]?.length ?? 0) > 0 || (owned[index + 1]?.length ?? 0) > 0;
  const passages: Passage[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const inside = owned[index] ?? [];
    const isShown = isWhole || inside.length > 0 || (isNear(index) && paragraph.end - paragraph.start <= NEIGHBOUR);
    if (isShown) {
      passages.push({ is: "paragraph", ...paragraph, pieces: piecesOf(paragraph, inside, spans) });
      continue;
    }
    const last = passages.at(-1);
    const characters = paragraph.end - paragraph.start;
    if (last?.is === "gap") {
      last.paragraphs++;
      last.characters += characters;
    } else passages.push({ is: "gap", start: paragraph.start, paragraphs: 1, characters });
  }
  return passages;
}

function paragraphsOf(content: string, longest: number): Span[] {
  const paragraphs: Span[] = [];
  for (let start = 0; start < content.length; ) {
    const lineEnd = content.indexOf("\n", start);
    const end = lineEnd < 0 ? content.length : lineEnd;
    if (content.slice(start, end).trim() !== "") {
      for (let from = start; from < end; from += longest) {
        paragraphs.push({ start: from, end: Math.min(end, from + longest) });
      }
    }
    start = end + 1;
  }
  return paragraphs;
}

/** For each paragraph the places of the spans that touch it. */
function spansOf(paragraphs: readonly Span[], spans: readonly Span[]): number[][] {
  const owned: number[][] = paragraphs.map(() => []);
  let first = 0;
  for (const [place, span] of spans.entries()) {
    while (first < paragraphs.length && (paragraphs[first] as Span).end <= span.start) first++;
    for (let index = first; index < paragraphs.length && (paragraphs[index] as Span).start < span.end; index++) {
      owned[index]?.push(place);
    }
  }
  return owned;
}

function piecesOf(paragraph: Span, inside: readonly number[], spans: readonly Span[]): Piece[] {
  const within = inside.map((place) => {
    const { start, end } = spans[place] as Span;
    return { place, start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) };
  });
  const cuts = [...new Set([paragraph.start, paragraph.end, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] as number;
    return { start, end, hits: within.filter((one) => one.start <= start && one.end >= end).map(({ place }) => place) };
  });
}
