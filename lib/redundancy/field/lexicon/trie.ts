/**
 * Words as a tree of their characters, in small typed arrays: node 0 is the root, every other node has a number. A step from the
 * root by a UTF-16 unit is one look into a table of all units; the nodes that another one leads to stand next to each other, so
 * that a step from it is a look at a few neighbours.
 */
export type Trie = {
  /** The node that each unit leads to from the root; 0 for none. */
  first: Uint16Array;
  /** The unit that leads to each node, and the first of those that it leads to; one more entry than nodes. */
  units: Uint16Array;
  children: Uint16Array;
  /** Which word ends at a node, as its place among the words; -1 for none. */
  wordAt: Int16Array;
};

/** A node while the tree is made. */
type Branch = { unit: number; word: number; next: Map<number, Branch> };

/** Builds the tree of distinct words, none of them empty; throws when they are too many for it. */
export function trieOf(words: readonly string[]): Trie {
  const nodes: Branch[] = [{ unit: 0, word: -1, next: new Map() }];
  for (const [place, word] of words.entries()) {
    let node = nodes[0] as Branch;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      const next = node.next.get(unit) ?? { unit, word: -1, next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    node.word = place;
  }
  // Level by level, so that the nodes that one leads to come one after the other.
  const children = [];
  for (let node = 0; node < nodes.length; node++) {
    children.push(nodes.length);
    nodes.push(...(nodes[node] as Branch).next.values());
  }
  if (nodes.length >= 2 ** 15) throw new Error("The lexicon has outgrown its tree: widen the arrays of trie.ts.");
  const first = new Uint16Array(0x10000);
  for (let node = 1; node < (children[1] ?? 1); node++) first[(nodes[node] as Branch).unit] = node;
  return {
    first,
    units: Uint16Array.from(nodes, ({ unit }) => unit),
    children: Uint16Array.from([...children, nodes.length]),
    wordAt: Int16Array.from(nodes, ({ word }) => word),
  };
}
