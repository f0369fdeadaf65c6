/**
 * Words as a tree of their characters, in small typed arrays: node 0 is the root, every other node has a number. A step from the
 * root by a UTF-16 unit is one look into a table of all units; from another node it is one into a table of hashes.
 */
export type Trie = {
  /** The node that each unit leads to from the root; 0 for none. */
  first: Uint16Array;
  /** Which word ends at a node, as its place among the words; -1 for none. */
  wordAt: Int16Array;
  /** Slots of the table of steps: node and unit as one figure (0: the slot is empty), and the node that they lead to. */
  steps: Int32Array;
  to: Uint16Array;
};

/** A step as one figure, never 0: nodes stay below 2 ** 15, and the root is none of them. */
export function stepOf(node: number, unit: number): number {
  return (node << 16) | unit;
}

/** The slot at which the search for a step begins; `slots` is a power of two. */
export function slotOf(step: number, slots: number): number {
  const mixed = Math.imul(step ^ (step >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 16)) & (slots - 1);
}

/** Builds the tree of distinct words, none of them empty; throws when they are too many for it. */
export function trieOf(words: readonly string[]): Trie {
  const nodeOf = new Map<string, number>([["", 0]]);
  for (const word of words)
    for (let end = 1; end <= word.length; end++) {
      const start = word.slice(0, end);
      if (!nodeOf.has(start)) nodeOf.set(start, nodeOf.size);
    }
  if (nodeOf.size >= 2 ** 15) throw new Error("The lexicon has outgrown its tree: widen the arrays of trie.ts.");
  // A quarter of the slots at most is taken, so that a step that leads nowhere is seen at once.
  const slots = 2 ** Math.ceil(Math.log2(4 * nodeOf.size));
  const first = new Uint16Array(0x10000);
  const wordAt = new Int16Array(nodeOf.size).fill(-1);
  const steps = new Int32Array(slots);
  const to = new Uint16Array(slots);
  for (const [start, node] of nodeOf) {
    if (start === "") continue;
    const unit = start.charCodeAt(start.length - 1);
    const before = nodeOf.get(start.slice(0, -1)) as number;
    if (before === 0) {
      first[unit] = node;
      continue;
    }
    const step = stepOf(before, unit);
    let slot = slotOf(step, slots);
    while (steps[slot] !== 0) slot = (slot + 1) & (slots - 1);
    steps[slot] = step;
    to[slot] = node;
  }
  words.forEach((word, place) => {
    wordAt[nodeOf.get(word) as number] = place;
  });
  return { first, wordAt, steps, to };
}
