import { type Entry, lexicon } from "./lexicon/index.ts";

/** A piece of a label: a word of the lexicon, or characters that it does not know. */
export type Token = { text: string; entry: Entry | null };

/** A label cut into tokens: by the place where a token starts, where it ends and which word it is (-1 for unknown characters). */
export type Cut = { readonly ends: Int32Array; readonly words: Int32Array };

const UNKNOWN = 100;
const WORD = 10;
/** One character alone is a weak word. */
const SHORT_WORD = 26;
const DEAR = 0x7fffffff;

/** Room for the work on one label after the other. */
let room = roomFor(128);

/** Cuts a label into the words of the lexicon, with as few unknown characters and then as few words as can be. */
export function segment(text: string): Token[] {
  const { ends, words } = cut(text);
  const known = lexicon().words;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = ends[at] as number)
    tokens.push({ text: text.slice(at, ends[at]), entry: known[words[at] as number] ?? null });
  return tokens;
}

/** As `segment`, without making anything: what it returns holds until it is called again. */
export function cut(text: string): Cut {
  const { length } = text;
  if (length > room.capacity) room = roomFor(length * 2);
  const { cost, starts, wordTo, ends, words } = room;
  const { trie, places } = lexicon();
  const { first, units, children, wordAt } = trie;
  cost[0] = 0;
  for (let end = 1; end <= length; end++) cost[end] = DEAR;
  for (let at = 0; at < length; at++) {
    const here = cost[at] as number;
    if (here + UNKNOWN < (cost[at + 1] as number)) {
      cost[at + 1] = here + UNKNOWN;
      starts[at + 1] = at;
      wordTo[at + 1] = -1;
    }
    let node = first[text.charCodeAt(at)] as number;
    let end = at + 1;
    while (node !== 0) {
      const word = wordAt[node] as number;
      if (word >= 0) {
        const place = places[word];
        const price = here + (end === at + 1 ? SHORT_WORD : WORD);
        if (price < (cost[end] as number) && !(place === 1 && at > 0) && !(place === 2 && end < length)) {
          cost[end] = price;
          starts[end] = at;
          wordTo[end] = word;
        }
      }
      if (end === length) break;
      const unit = text.charCodeAt(end++);
      const last = children[node + 1] as number;
      node = children[node] as number;
      while (node < last && units[node] !== unit) node++;
      if (node === last) break;
    }
  }
  for (let end = length; end > 0; end = starts[end] as number) {
    const start = starts[end] as number;
    const word = wordTo[end] as number;
    // Unknown characters next to each other are one token.
    ends[start] = word < 0 && end < length && (words[end] as number) < 0 ? (ends[end] as number) : end;
    words[start] = word;
  }
  return room;
}

function roomFor(capacity: number) {
  const numbers = () => new Int32Array(capacity + 1);
  return { capacity, cost: numbers(), starts: numbers(), wordTo: numbers(), ends: numbers(), words: numbers() };
}
