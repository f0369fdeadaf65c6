import { regionPrefix } from "../../region/region.ts";
import type { ItemOverlap } from "./item-overlap.ts";
import type { ItemSet } from "./item-set.ts";
import { OverlapIndex } from "./overlap-index.ts";
import { type PairChanges, pairChanges } from "./pair-changes.ts";

/** Items of a county, with its towns and villages, are compared together; those above it level by level. */
const COUNTY_DIGITS = 6;

/** All pairs of items that overlap, whatever their order and regions: the same as `overlapOf` of each pair. */
export function allOverlaps(sets: readonly ItemSet[]): ItemOverlap[] {
  const pairs: ItemOverlap[] = [];
  const blocks = Map.groupBy(sets, ({ regionCode }) => regionPrefix(regionCode).slice(0, COUNTY_DIGITS));
  const indexes = new Map<string, OverlapIndex>();
  // Upper blocks come first, so that their indexes stand when those below ask for them.
  for (const [prefix, block] of [...blocks].sort(([a], [b]) => a.length - b.length)) {
    const own = new OverlapIndex();
    const above = [...indexes].filter(([upper]) => upper.length < prefix.length && prefix.startsWith(upper));
    for (const set of block) {
      own.pairs(set, pairs);
      for (const [, index] of above) index.pairs(set, pairs);
      own.put(set);
    }
    if (prefix.length < COUNTY_DIGITS) indexes.set(prefix, own);
  }
  return pairs;
}

/** The pairs that items make with others and among themselves; what the others make among themselves is passed over. */
export function overlapsOf(items: readonly ItemSet[], others: OverlapIndex): ItemOverlap[] {
  const pairs: ItemOverlap[] = [];
  const index = new OverlapIndex();
  for (const set of items) {
    index.pairs(set, pairs);
    others.pairs(set, pairs);
    index.put(set);
  }
  return pairs;
}

/**
 * What becomes of the pairs when items change, among themselves and with the others on their line: an item that is only in `before`
 * is gone, one only in `after` is new. The line may hold the changed items as they were, or not at all.
 */
export function changedOverlaps(
  before: readonly ItemSet[],
  after: readonly ItemSet[],
  line: OverlapIndex,
): PairChanges {
  const [was, is] = [byId(before), byId(after)];
  const ids = new Set([...was.keys(), ...is.keys()]);
  const nobody = new OverlapIndex();
  const changes = pairChanges(overlapsOf(before, nobody), overlapsOf(after, nobody));
  for (const id of ids) line.changes(was.get(id), is.get(id), ids, changes);
  return changes;
}

const byId = (sets: readonly ItemSet[]) => new Map(sets.map((set) => [set.id, set]));
