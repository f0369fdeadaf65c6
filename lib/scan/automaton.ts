/** Many phrases found in one pass: a dense automaton (Aho and Corasick, 1975) over classes of UTF-16 units. */
export type Automaton = {
  /** Class of each UTF-16 unit; 0 for units that are in no phrase. */
  classOf: Uint16Array;
  /** Next state, times the number of classes, by state (so multiplied) plus class. */
  next: Int32Array;
  classes: number;
  /** Outputs of state s are `outputs[outputFrom[s]]` up to `outputs[outputFrom[s + 1]]`, longest phrase first. */
  outputFrom: Int32Array;
  outputs: Int32Array;
  /** Length of each phrase, by its index. */
  lengths: Int32Array;
};

/** The automaton of distinct, non-empty phrases; an output is the index of a phrase. */
export function buildAutomaton(phrases: readonly string[]): Automaton {
  const { classOf, classes } = alphabet(phrases);
  const states = 1 + phrases.reduce((sum, phrase) => sum + phrase.length, 0);
  const trie = new Int32Array(states * classes);
  const ends = new Int32Array(states).fill(-1);
  let used = 1;
  for (const [index, phrase] of phrases.entries()) {
    let state = 0;
    for (let at = 0; at < phrase.length; at++) {
      const edge = state * classes + (classOf[phrase.charCodeAt(at)] as number);
      if (trie[edge] === 0) trie[edge] = used++;
      state = trie[edge] as number;
    }
    ends[state] = index;
  }
  const next = trie.slice(0, used * classes);
  const { order, fallback } = link(next, used, classes);
  const { outputFrom, outputs } = collect(order, fallback, ends, used);
  for (let edge = 0; edge < next.length; edge++) next[edge] = (next[edge] as number) * classes;
  return { classOf, next, classes, outputFrom, outputs, lengths: Int32Array.from(phrases, ({ length }) => length) };
}

/** Calls `found` for each occurrence of a phrase, by rising end, then falling length. */
export function eachOccurrence(
  { classOf, next, classes, outputFrom, outputs, lengths }: Automaton,
  text: string,
  found: (phrase: number, start: number, end: number) => void,
): void {
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    state = next[state + (classOf[text.charCodeAt(at)] as number)] as number;
    if (state === 0) continue;
    const row = state / classes;
    const to = outputFrom[row + 1] as number;
    for (let output = outputFrom[row] as number; output < to; output++) {
      const phrase = outputs[output] as number;
      found(phrase, at + 1 - (lengths[phrase] as number), at + 1);
    }
  }
}

function alphabet(phrases: readonly string[]): { classOf: Uint16Array; classes: number } {
  const classOf = new Uint16Array(0x10000);
  let classes = 1;
  for (const phrase of phrases)
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(at);
      if (classOf[unit] === 0) classOf[unit] = classes++;
    }
  return { classOf, classes };
}

/** Fills the missing edges in breadth-first order; the state that a state falls back to is always done before it. */
function link(next: Int32Array, states: number, classes: number): { order: Int32Array; fallback: Int32Array } {
  const fallback = new Int32Array(states);
  const order = new Int32Array(states);
  let queued = 1;
  for (let head = 0; head < queued; head++) {
    const state = order[head] as number;
    for (let unit = 0; unit < classes; unit++) {
      const edge = state * classes + unit;
      const inherited = state === 0 ? 0 : (next[(fallback[state] as number) * classes + unit] as number);
      const child = next[edge] as number;
      if (child === 0) {
        next[edge] = inherited;
      } else {
        fallback[child] = inherited;
        order[queued++] = child;
      }
    }
  }
  return { order, fallback };
}

/** What each state says: the phrase that ends in it, then all that end in the state it falls back to. */
function collect(
  order: Int32Array,
  fallback: Int32Array,
  ends: Int32Array,
  states: number,
): { outputFrom: Int32Array; outputs: Int32Array } {
  const own: number[][] = Array.from({ length: states }, () => []);
  for (const state of order) {
    const inherited = state === 0 ? [] : (own[fallback[state] as number] as number[]);
    const end = ends[state] as number;
    own[state] = end < 0 ? inherited : [end, ...inherited];
  }
  const outputFrom = new Int32Array(states + 1);
  for (let state = 0; state < states; state++)
    outputFrom[state + 1] = (outputFrom[state] as number) + (own[state] as number[]).length;
  return { outputFrom, outputs: Int32Array.from(own.flat()) };
}
