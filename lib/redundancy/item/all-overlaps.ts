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

/**
 * The pairs that items make with others and among themselves, by item: each pair once, with the later item. What the others make among
 * themselves is passed over; they may hold these items as they once were.
 */
export function overlapsOf(items: readonly ItemSet[], others: OverlapIndex): ItemOverlap[][] {
  const ids = new Set(items.map(({ id }) => id));
  const earlier = new OverlapIndex();
  return items.map((item) => {
    const pairs: ItemOverlap[] = [];
    earlier.pairs(item, pairs);
    others.pairs(item, pairs, ids);
    earlier.put(item);
    return pairs;
  });
}
