import { type Entry, lexicon } from "./lexicon/index.ts";

/** A piece of a label: a word of the lexicon, or characters that it does not know. */
export type Token = { text: string; entry: Entry | null };

const UNKNOWN = 100;
const WORD = 10;
/** One character alone is a weak word. */
const SHORT_WORD = 26;

/** Cuts a label into the words of the lexicon, with as few unknown characters and then as few words as can be. */
export function segment(text: string): Token[] {
  const { byFirst } = lexicon();
  const length = text.length;
  const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1);
  const by: (Entry | null)[] = new Array(length + 1).fill(null);
  cost[0] = 0;
  for (let at = 0; at < length; at++) {
    const here = cost[at] as number;
    const unknown = here + UNKNOWN;
    if (unknown < (cost[at + 1] as number)) {
      cost[at + 1] = unknown;
      from[at + 1] = at;
      by[at + 1] = null;
    }
    for (const entry of byFirst.get(text[at] as string) ?? []) {
      const end = at + entry.word.length;
      if (end > length || !text.startsWith(entry.word, at)) continue;
      if (entry.place === "first" && at > 0) continue;
      if (entry.place === "last" && end < length) continue;
      const price = here + (entry.word.length === 1 ? SHORT_WORD : WORD);
      if (price < (cost[end] as number)) {
        cost[end] = price;
        from[end] = at;
        by[end] = entry;
      }
    }
  }
  const tokens: Token[] = [];
  for (let end = length; end > 0; end = from[end] as number) {
    const start = from[end] as number;
    const entry = by[end] as Entry | null;
    const last = tokens.at(-1);
    if (entry === null && last && last.entry === null) last.text = text.slice(start, end) + last.text;
    else tokens.push({ text: text.slice(start, end), entry });
  }
  return tokens.reverse();
}
