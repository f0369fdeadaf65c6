import { bitmapsOf, differByMore } from "./bitmaps.ts";
import { MarkedSet } from "./marked-set.ts";
import { type OverlapPairs, PairList } from "./pair-list.ts";
import { post, postingLists } from "./posting-lists.ts";
import { atLeast, type Ratio } from "./ratio.ts";
import { Scratch } from "./scratch.ts";
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
  const scratch = new Scratch();
  const lists = postingLists(collection, indexed, scratch);
  const { starts, ends, sets, lengths, positions } = lists;
  const bits = bitmapsOf(collection);
  // What two sets of so many members together must share.
  const neededOf = scratch.room(2 * longest(offsets, size) + 1);
  for (let both = 0; both < neededOf.length; both++) neededOf[both] = atLeast(half, both);
  // By which set each was last looked at.
  const seenBy = scratch.room(size).fill(-1);
  const marked = new MarkedSet(collection);
  const pairs = new PairList();
  for (let set = 0; set < size; set++) {
    const from = offsets[set] as number;
    const end = offsets[set + 1] as number;
    const length = end - from;
    if (length === 0) continue;
    const shortest = Math.max(atLeast(ratio, length), 1);
    const prefix = length - shortest + 1;
    marked.mark(set);
    let longestOther = length;
    for (let position = 0; position < prefix; position++) {
      // Where two sets meet first, all that they share is still to come: of longer ones it would not be enough.
      while (longestOther > 0 && (neededOf[length + longestOther] as number) > length - position) longestOther--;
      const rank = members[from + position] as number;
      let slot = starts[rank] as number;
      const lastSlot = ends[rank] as number;
      // Sets come by size, so those that are too short now are too short for all that follow.
      while (slot < lastSlot && (lengths[slot] as number) < shortest) slot++;
      starts[rank] = slot;
      for (; slot < lastSlot; slot++) {
        const otherLength = lengths[slot] as number;
        if (otherLength > longestOther) break;
        const otherPosition = positions[slot] as number;
        const needed = neededOf[length + otherLength] as number;
        if (otherLength - otherPosition < needed) continue;
        const other = sets[slot] as number;
        if (seenBy[other] === set) continue;
        seenBy[other] = set;
        if (differByMore(bits, set, other, length + otherLength - 2 * needed)) continue;
        const shared = marked.sharedWith(other, otherPosition);
        if (shared >= needed) pairs.add(given[set] as number, given[other] as number, shared);
      }
    }
    marked.unmark(set);
    post(lists, collection, set, indexed(length));
  }
  return pairs.done();
}

/** Sets stand by size: the last is the longest. */
function longest(offsets: Int32Array, size: number): number {
  return size === 0 ? 0 : (offsets[size] as number) - (offsets[size - 1] as number);
}
