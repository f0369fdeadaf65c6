import type { ItemOverlap } from "./item-overlap.ts";

/** The pairs that stand in only one of two lists, or with other counts in the other: once each. */
export function differentPairs(some: readonly ItemOverlap[], others: readonly ItemOverlap[]): ItemOverlap[] {
  const left = new Map(some.map((pair) => [pair.aId + pair.bId, pair]));
  const different: ItemOverlap[] = [];
  for (const pair of others) {
    const key = pair.aId + pair.bId;
    const same = left.get(key);
    if (same === undefined || !haveSameCounts(same, pair)) different.push(pair);
    left.delete(key);
  }
  return [...left.values(), ...different];
}

/** Whether two records of one pair say the same. */
function haveSameCounts(one: ItemOverlap, other: ItemOverlap): boolean {
  return (
    one.relation === other.relation &&
    one.shared === other.shared &&
    one.sizeA === other.sizeA &&
    one.sizeB === other.sizeB &&
    one.ownShared === other.ownShared &&
    one.ownA === other.ownA &&
    one.ownB === other.ownB &&
    one.wordsShared === other.wordsShared &&
    one.wordsA === other.wordsA &&
    one.wordsB === other.wordsB
  );
}
