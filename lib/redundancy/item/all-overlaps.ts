import { regionPrefix } from "../../region/region.ts";
import type { ItemOverlap } from "./item-overlap.ts";
import type { ItemSet } from "./item-set.ts";
import { OverlapIndex } from "./overlap-index.ts";

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

/** The pairs that changed items make with others and among themselves; what the others hold of the changed is passed over. */
export function overlapsOfChanged(
  changed: readonly ItemSet[],
  others: OverlapIndex,
  ids = idsOf(changed),
): ItemOverlap[] {
  const pairs: ItemOverlap[] = [];
  const index = new OverlapIndex();
  for (const set of changed) {
    index.pairs(set, pairs);
    others.pairs(set, pairs, ids);
    index.put(set);
  }
  return pairs;
}

const idsOf = (sets: readonly ItemSet[]): ReadonlySet<string> => new Set(sets.map(({ id }) => id));
