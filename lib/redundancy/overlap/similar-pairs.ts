import { bitmapsOf, differingBits } from "./bitmaps.ts";
import { countShared } from "./count-shared.ts";
import { type OverlapPairs, PairList } from "./pair-list.ts";
import { post, postingLists } from "./posting-lists.ts";
import { atLeast, type Ratio } from "./ratio.ts";
import type { SetCollection } from "./set-collection.ts";

/**
 * All pairs of sets whose shared members are at least `ratio` of their union, exactly (AllPairs with positional and bitmap filters:
 * Bayardo 2007, Xiao 2008). Sets are taken by growing size, and looked up by their rarest members among those before them.
 */
export function similarPairs(collection: SetCollection, ratio: Ratio): OverlapPairs {
  const { size, offsets, members, given } = collection;
  const half: Ratio = { numerator: ratio.numerator, denominator: ratio.numerator + ratio.denominator };
  const whole: Ratio = { numerator: 2 * ratio.numerator, denominator: ratio.numerator + ratio.denominator };
  const indexed = (length: number) => (length === 0 ? 0 : length - Math.max(atLeast(whole, length), 1) + 1);
  const lists = postingLists(collection, indexed);
  const { starts, ends, sets, positions } = lists;
  const bits = bitmapsOf(collection);
  // What two sets of so many members together must share.
  const neededOf = Int32Array.from({ length: 2 * longest(offsets, size) + 1 }, (_, both) => atLeast(half, both));
  // How many members were met in the prefixes; below zero for a set that can no longer be near enough.
  const met = new Int32Array(size);
  const candidates = new Int32Array(size);
  const pairs = new PairList();
  for (let set = 0; set < size; set++) {
    const from = offsets[set] as number;
    const length = (offsets[set + 1] as number) - from;
    if (length === 0) continue;
    const shortest = Math.max(atLeast(ratio, length), 1);
    const prefix = length - shortest + 1;
    let found = 0;
    for (let position = 0; position < prefix; position++) {
      const rank = members[from + position] as number;
      let slot = starts[rank] as number;
      const end = ends[rank] as number;
      // Sets come by size, so those that are too short now are too short for all that follow.
      while (slot < end && lengthOf(offsets, sets[slot] as number) < shortest) slot++;
      starts[rank] = slot;
      for (; slot < end; slot++) {
        const other = sets[slot] as number;
        const before = met[other] as number;
        if (before < 0) continue;
        const otherLength = lengthOf(offsets, other);
        const left = Math.min(length - position, otherLength - (positions[slot] as number));
        if (before === 0) candidates[found++] = other;
        met[other] = before + left >= (neededOf[length + otherLength] as number) ? before + 1 : -1;
      }
    }
    for (let at = 0; at < found; at++) {
      const other = candidates[at] as number;
      const alive = (met[other] as number) > 0;
      met[other] = 0;
      if (!alive) continue;
      const both = length + lengthOf(offsets, other);
      const needed = neededOf[both] as number;
      if (both - differingBits(bits, set, other) < 2 * needed) continue;
      const shared = countShared(collection, set, other, needed);
      if (shared >= 0) pairs.add(given[set] as number, given[other] as number, shared);
    }
    post(lists, collection, set, indexed(length));
  }
  return pairs.done();
}

/** Sets stand by size: the last is the longest. */
function longest(offsets: Int32Array, size: number): number {
  return size === 0 ? 0 : lengthOf(offsets, size - 1);
}

function lengthOf(offsets: Int32Array, set: number): number {
  return (offsets[set + 1] as number) - (offsets[set] as number);
}
