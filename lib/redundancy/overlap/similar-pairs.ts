import { bitmapsOf, differByMore } from "./bitmaps.ts";
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
  const { starts, ends, sets, lengths, positions } = lists;
  const bits = bitmapsOf(collection);
  // What two sets of so many members together must share.
  const neededOf = Int32Array.from({ length: 2 * longest(offsets, size) + 1 }, (_, both) => atLeast(half, both));
  // By which set each was last looked at.
  const seenBy = new Int32Array(size).fill(-1);
  const pairs = new PairList();
  for (let set = 0; set < size; set++) {
    const from = offsets[set] as number;
    const end = offsets[set + 1] as number;
    const length = end - from;
    if (length === 0) continue;
    const shortest = Math.max(atLeast(ratio, length), 1);
    const prefix = length - shortest + 1;
    for (let position = 0; position < prefix; position++) {
      const rank = members[from + position] as number;
      let slot = starts[rank] as number;
      const lastSlot = ends[rank] as number;
      // Sets come by size, so those that are too short now are too short for all that follow.
      while (slot < lastSlot && (lengths[slot] as number) < shortest) slot++;
      starts[rank] = slot;
      for (; slot < lastSlot; slot++) {
        // Where two sets meet first, all that they share is still to come; where they meet again, less of it is.
        const both = length + (lengths[slot] as number);
        const needed = neededOf[both] as number;
        const otherPosition = positions[slot] as number;
        if (length - position < needed || (lengths[slot] as number) - otherPosition < needed) continue;
        const other = sets[slot] as number;
        if (seenBy[other] === set) continue;
        seenBy[other] = set;
        if (differByMore(bits, set, other, both - 2 * needed)) continue;
        const otherFrom = (offsets[other] as number) + otherPosition + 1;
        const otherEnd = offsets[other + 1] as number;
        const shared = countShared(members, from + position + 1, end, otherFrom, otherEnd, 1, needed);
        if (shared >= 0) pairs.add(given[set] as number, given[other] as number, shared);
      }
    }
    post(lists, collection, set, indexed(length));
  }
  return pairs.done();
}

/** Sets stand by size: the last is the longest. */
function longest(offsets: Int32Array, size: number): number {
  return size === 0 ? 0 : (offsets[size] as number) - (offsets[size - 1] as number);
}
