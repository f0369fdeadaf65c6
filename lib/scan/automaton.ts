/**
 * Many phrases found in one pass (Aho and Corasick, 1975), over classes of UTF-16 units. The states of the first two levels, where
 * almost all of a text is read, are rows of a table; deeper ones have a child or two and fall back. States are numbered by level.
 */
export type Automaton = {
  /** Class of each UTF-16 unit; 0 for units that are in no phrase. */
  classOf: Uint16Array;
  classes: number;
  /** Next state of state s below `dense` on class c: `table[s * classes + c]`. */
  table: Uint16Array;
  dense: number;
  /** Children of deeper states: from `childFrom[s]` up to `childFrom[s + 1]`. */
  childFrom: Int32Array;
  childClass: Uint16Array;
  childState: Uint16Array;
  /** Where a state goes on when it has no such child. */
  fallback: Uint16Array;
  /** Outputs of state s are `outputs[outputFrom[s]]` up to `outputs[outputFrom[s + 1]]`, longest phrase first. */
  outputFrom: Int32Array;
  outputs: Int32Array;
  /** Length of each phrase, by its index. */
  lengths: Int32Array;
};

/** States are 16-bit numbers: so small a table stays in the processor's cache. */
const MOST_STATES = 0xffff;

/** The automaton of distinct, non-empty phrases; an output is the index of a phrase. */
export function buildAutomaton(phrases: readonly string[]): Automaton {
  const { classOf, classes } = alphabet(phrases);
  const { children, ends, dense } = byLevel(phrases, classOf);
  const states = children.length;
  if (states > MOST_STATES) throw new Error(`词表过大：${states} 个状态`);
  const table = new Uint16Array(dense * classes);
  const fallback = new Uint16Array(states);
  const childFrom = new Int32Array(states + 1);
  const childClass = new Uint16Array(states);
  const childState = new Uint16Array(states);
  let stored = 0;
  for (const [state, own] of children.entries()) {
    for (const [unitClass, child] of own) {
      childClass[stored] = unitClass;
      childState[stored++] = child;
    }
    childFrom[state + 1] = stored;
  }
  const automaton: Automaton = {
    classOf,
    classes,
    table,
    dense,
    childFrom,
    childClass,
    childState,
    fallback,
    outputFrom: new Int32Array(0),
    outputs: new Int32Array(0),
    lengths: Int32Array.from(phrases, ({ length }) => length),
  };
  // By level, so that all that a state falls back to is done before it.
  for (const [state, own] of children.entries()) {
    if (state < dense && state > 0) {
      const from = (fallback[state] as number) * classes;
      table.copyWithin(state * classes, from, from + classes);
    }
    for (const [unitClass, child] of own) {
      fallback[child] = state === 0 ? 0 : step(automaton, fallback[state] as number, unitClass);
      if (state < dense) table[state * classes + unitClass] = child;
    }
  }
  return { ...automaton, ...collect(fallback, ends) };
}

/** The state after `state` on a unit of this class. */
function step(automaton: Automaton, state: number, unitClass: number): number {
  const { dense, childFrom, childClass, childState, fallback } = automaton;
  let at = state;
  while (at >= dense) {
    const to = childFrom[at + 1] as number;
    for (let child = childFrom[at] as number; child < to; child++)
      if (childClass[child] === unitClass) return childState[child] as number;
    at = fallback[at] as number;
  }
  return automaton.table[at * automaton.classes + unitClass] as number;
}

/** What was found: phrase `phrases[i]` ends at `ends[i]`, by rising end, then falling length; `length` of them. */
export type Found = { phrases: Uint16Array; ends: Int32Array; length: number };

/** All occurrences of all phrases in a text, in one pass. */
export function findPhrases(automaton: Automaton, text: string): Found {
  const { classOf, classes, table, dense, outputFrom, outputs } = automaton;
  let foundPhrases = new Uint16Array(64 + text.length);
  let ends = new Int32Array(64 + text.length);
  let length = 0;
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const unitClass = classOf[text.charCodeAt(at)] as number;
    if (unitClass === 0) {
      state = 0;
      continue;
    }
    state = state < dense ? (table[state * classes + unitClass] as number) : step(automaton, state, unitClass);
    const to = outputFrom[state + 1] as number;
    for (let output = outputFrom[state] as number; output < to; output++) {
      if (length === ends.length) {
        foundPhrases = copied(foundPhrases, new Uint16Array(length * 2));
        ends = copied(ends, new Int32Array(length * 2));
      }
      foundPhrases[length] = outputs[output] as number;
      ends[length++] = at + 1;
    }
  }
  return { phrases: foundPhrases, ends, length };
}

function copied<Store extends Uint16Array | Int32Array>(from: Store, to: Store): Store {
  to.set(from);
  return to;
}

/** The units of the phrases, the most frequent first, so that what is often read lies together. */
function alphabet(phrases: readonly string[]): { classOf: Uint16Array; classes: number } {
  const uses = new Map<number, number>();
  for (const phrase of phrases)
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(at);
      uses.set(unit, (uses.get(unit) ?? 0) + 1);
    }
  const units = [...uses.keys()].sort((one, other) => (uses.get(other) ?? 0) - (uses.get(one) ?? 0) || one - other);
  const classOf = new Uint16Array(0x10000);
  for (const [index, unit] of units.entries()) classOf[unit] = index + 1;
  return { classOf, classes: units.length + 1 };
}

/** The trie of the phrases, its states numbered level by level; `dense` counts those of the first two levels. */
function byLevel(
  phrases: readonly string[],
  classOf: Uint16Array,
): { children: Map<number, number>[]; ends: number[]; dense: number } {
  const children: Map<number, number>[] = [new Map()];
  const ends: number[] = [-1];
  let level = phrases
    .map((_, index) => ({ index, state: 0 }))
    .sort((one, other) => firstClass(phrases, classOf, one.index) - firstClass(phrases, classOf, other.index));
  let dense = 1;
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { index, state } of level) {
      const phrase = phrases[index] as string;
      if (depth === phrase.length) {
        ends[state] = index;
        continue;
      }
      const unitClass = classOf[phrase.charCodeAt(depth)] as number;
      const own = children[state] as Map<number, number>;
      let child = own.get(unitClass);
      if (child === undefined) {
        child = children.length;
        children.push(new Map());
        ends.push(-1);
        own.set(unitClass, child);
      }
      next.push({ index, state: child });
    }
    level = next;
    if (depth === 0) dense = children.length;
  }
  return { children, ends, dense };
}

function firstClass(phrases: readonly string[], classOf: Uint16Array, index: number): number {
  return classOf[(phrases[index] as string).charCodeAt(0)] as number;
}

/** What each state says: the phrase that ends in it, then all that end in the state it falls back to. */
function collect(fallback: Uint16Array, ends: readonly number[]): { outputFrom: Int32Array; outputs: Int32Array } {
  const own: number[][] = [];
  const outputFrom = new Int32Array(ends.length + 1);
  for (const [state, end] of ends.entries()) {
    const inherited = state === 0 ? [] : (own[fallback[state] as number] as number[]);
    own.push(end < 0 ? inherited : [end, ...inherited]);
    outputFrom[state + 1] = (outputFrom[state] as number) + (own[state] as number[]).length;
  }
  return { outputFrom, outputs: Int32Array.from(own.flat()) };
}
