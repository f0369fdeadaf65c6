import { bitmapsOf, differByMore } from "./bitmaps.ts";
import { countShared } from "./count-shared.ts";
import { type OverlapPairs, PairList } from "./pair-list.ts";
import { post, postingLists } from "./posting-lists.ts";
import { atLeast, type Ratio } from "./ratio.ts";
import type { SetCollection } from "./set-collection.ts";

/**
 * All pairs of sets whose shared members are at least `ratio` of the smaller one, exactly. Sets are taken by falling size: each is
 * looked up by its own rarest members among all members of those before it, which are no smaller.
 */
export function containedPairs(collection: SetCollection, ratio: Ratio): OverlapPairs {
  const { size, offsets, members, given } = collection;
  const lists = postingLists(collection, (length) => length);
  const { starts, ends, sets, lengths, positions } = lists;
  const bits = bitmapsOf(collection);
  // By which set each was last looked at.
  const seenBy = new Int32Array(size).fill(-1);
  const pairs = new PairList();
  for (let set = size - 1; set >= 0; set--) {
    const from = offsets[set] as number;
    const end = offsets[set + 1] as number;
    const length = end - from;
    if (length === 0) break;
    const needed = Math.max(atLeast(ratio, length), 1);
    for (let position = 0; position <= length - needed; position++) {
      const rank = members[from + position] as number;
      const lastSlot = ends[rank] as number;
      for (let slot = starts[rank] as number; slot < lastSlot; slot++) {
        // Where two sets meet first, all that they share is still to come; where they meet again, less of it is.
        const otherLength = lengths[slot] as number;
        const otherPosition = positions[slot] as number;
        if (otherLength - otherPosition < needed) continue;
        const other = sets[slot] as number;
        if (seenBy[other] === set) continue;
        seenBy[other] = set;
        if (differByMore(bits, set, other, length + otherLength - 2 * needed)) continue;
        const otherFrom = (offsets[other] as number) + otherPosition + 1;
        const otherEnd = offsets[other + 1] as number;
        const shared = countShared(members, from + position + 1, end, otherFrom, otherEnd, 1, needed);
        if (shared >= 0) pairs.add(given[set] as number, given[other] as number, shared);
      }
    }
    post(lists, collection, set, length);
  }
  return pairs.done();
}
