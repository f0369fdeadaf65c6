import { bitmapsOf, differByMore } from "./bitmaps.ts";
import { MarkedSet } from "./marked-set.ts";
import { type OverlapPairs, PairList } from "./pair-list.ts";
import { post, postingLists } from "./posting-lists.ts";
import { atLeast, type Ratio } from "./ratio.ts";
import { Scratch } from "./scratch.ts";
import type { SetCollection } from "./set-collection.ts";

/**
 * All pairs of sets whose shared members are at least `ratio` of the smaller one, exactly. Sets are taken by falling size: each is
 * looked up by its own rarest members among all members of those before it, which are no smaller.
 */
export function containedPairs(collection: SetCollection, ratio: Ratio): OverlapPairs {
  const { size, offsets, members, given } = collection;
  const scratch = new Scratch();
  const lists = postingLists(collection, (length) => length, scratch);
  const { starts, ends, sets, lengths, positions } = lists;
  const bits = bitmapsOf(collection);
  // By which set each was last looked at.
  const seenBy = scratch.room(size).fill(-1);
  const marked = new MarkedSet(collection);
  const pairs = new PairList();
  for (let set = size - 1; set >= 0; set--) {
    const from = offsets[set] as number;
    const end = offsets[set + 1] as number;
    const length = end - from;
    if (length === 0) break;
    const needed = Math.max(atLeast(ratio, length), 1);
    marked.mark(set);
    for (let position = 0; position <= length - needed; position++) {
      const rank = members[from + position] as number;
      const lastSlot = ends[rank] as number;
      for (let slot = starts[rank] as number; slot < lastSlot; slot++) {
        const other = sets[slot] as number;
        if (seenBy[other] === set) continue;
        // Where two sets meet first, all that they share is still to come; where they meet again, less of it is.
        const otherLength = lengths[slot] as number;
        const otherPosition = positions[slot] as number;
        if (otherLength - otherPosition < needed) continue;
        seenBy[other] = set;
        if (differByMore(bits, set, other, length + otherLength - 2 * needed)) continue;
        const shared = marked.sharedWith(other, otherPosition);
        if (shared >= needed) pairs.add(given[set] as number, given[other] as number, shared);
      }
    }
    marked.unmark(set);
    post(lists, collection, set, length);
  }
  return pairs.done();
}
