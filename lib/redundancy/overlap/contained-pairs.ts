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
  const { starts, ends, sets, positions } = lists;
  const met = new Int32Array(size);
  const candidates = new Int32Array(size);
  const pairs = new PairList();
  for (let set = size - 1; set >= 0; set--) {
    const from = offsets[set] as number;
    const length = (offsets[set + 1] as number) - from;
    if (length === 0) break;
    const needed = Math.max(atLeast(ratio, length), 1);
    let found = 0;
    for (let position = 0; position < length - needed + 1; position++) {
      const rank = members[from + position] as number;
      const end = ends[rank] as number;
      for (let slot = starts[rank] as number; slot < end; slot++) {
        const other = sets[slot] as number;
        const before = met[other] as number;
        if (before < 0) continue;
        if (before === 0) candidates[found++] = other;
        const otherLength = (offsets[other + 1] as number) - (offsets[other] as number);
        const left = Math.min(length - position, otherLength - (positions[slot] as number));
        met[other] = before + left >= needed ? before + 1 : -1;
      }
    }
    for (let at = 0; at < found; at++) {
      const other = candidates[at] as number;
      const alive = (met[other] as number) > 0;
      met[other] = 0;
      if (!alive) continue;
      const shared = countShared(collection, set, other, needed);
      if (shared >= 0) pairs.add(given[set] as number, given[other] as number, shared);
    }
    post(lists, collection, set, length);
  }
  return pairs.done();
}
