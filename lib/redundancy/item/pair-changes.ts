import type { ItemOverlap } from "./item-overlap.ts";

/** What becomes of stored pairs: those that no longer are, and those that are new or have other counts. */
export type PairChanges = { gone: ItemOverlap[]; written: ItemOverlap[] };

/** What must be done to pairs that stand so that they are others. What is the same in both is left alone. */
export function pairChanges(before: readonly ItemOverlap[], after: readonly ItemOverlap[]): PairChanges {
  const gone = new Map(before.map((pair) => [pair.aId + pair.bId, pair]));
  const written: ItemOverlap[] = [];
  for (const pair of after) {
    const key = pair.aId + pair.bId;
    const standing = gone.get(key);
    if (standing === undefined || !haveSameCounts(standing, pair)) written.push(pair);
    gone.delete(key);
  }
  return { gone: [...gone.values()], written };
}

/** Whether two records of one pair say the same. */
export function haveSameCounts(one: ItemOverlap, other: ItemOverlap): boolean {
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
