/** The pairs of characters that stand next to each other in a text, each once. */
export function characterPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  let before = "";
  for (const character of text) {
    if (before !== "") pairs.add(before + character);
    before = character;
  }
  return pairs;
}

/** Likeness of two short texts from 0 to 1: the pairs that both have of those that either has; 0 where neither has any. */
export function pairLikeness(a: string, b: string): number {
  const [pairsA, pairsB] = [characterPairs(a), characterPairs(b)];
  const common = pairsA.intersection(pairsB).size;
  const union = pairsA.size + pairsB.size - common;
  return union === 0 ? 0 : common / union;
}
