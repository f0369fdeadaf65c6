import { regionPrefix } from "../../region/region.ts";
import type { ItemOverlap } from "./item-overlap.ts";
import { ItemProbe } from "./item-probe.ts";
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
      own.add(set);
    }
    if (prefix.length < COUNTY_DIGITS) indexes.set(prefix, own);
  }
  return pairs;
}

/** Up to so many changed items, to count others against each is cheaper than to look members up in an index of them. */
const FEW = 4;

/** The pairs that changed items make with others and among themselves; the others hold none of the changed. */
export function overlapsOfChanged(changed: readonly ItemSet[], others: Iterable<ItemSet>): ItemOverlap[] {
  return changed.length <= FEW ? byProbing(changed, others) : byLookingUp(changed, others);
}

function byProbing(changed: readonly ItemSet[], others: Iterable<ItemSet>): ItemOverlap[] {
  const pairs: ItemOverlap[] = [];
  const probes = changed.map((set) => new ItemProbe(set));
  for (const [at, probe] of probes.entries()) for (const earlier of changed.slice(0, at)) probe.pair(earlier, pairs);
  for (const other of others) for (const probe of probes) probe.pair(other, pairs);
  return pairs;
}

function byLookingUp(changed: readonly ItemSet[], others: Iterable<ItemSet>): ItemOverlap[] {
  const pairs: ItemOverlap[] = [];
  const index = new OverlapIndex();
  for (const set of changed) {
    index.pairs(set, pairs);
    index.add(set);
  }
  for (const set of others) index.pairs(set, pairs);
  return pairs;
}
