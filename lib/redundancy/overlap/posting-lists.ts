import type { Scratch } from "./scratch.ts";
import type { SetCollection } from "./set-collection.ts";

/** For each rank the sets indexed under it, how long they are and where in them it stands, in the order they were put in. */
export type PostingLists = {
  starts: Int32Array;
  ends: Int32Array;
  sets: Int32Array;
  lengths: Int32Array;
  positions: Int32Array;
};

/** Empty lists, of use as long as the scratch is, with room for the first `lengthOf(set)` members of every set. */
export function postingLists(
  { size, offsets, members, ranks }: SetCollection,
  lengthOf: (length: number) => number,
  scratch: Scratch,
): PostingLists {
  const starts = scratch.zeros(ranks + 1);
  for (let set = 0; set < size; set++) {
    const from = offsets[set] as number;
    const length = lengthOf((offsets[set + 1] as number) - from);
    for (let at = from; at < from + length; at++)
      starts[(members[at] as number) + 1] = (starts[(members[at] as number) + 1] as number) + 1;
  }
  for (let rank = 0; rank < ranks; rank++) starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number);
  const total = starts[ranks] as number;
  const ends = scratch.room(ranks);
  ends.set(starts.subarray(0, ranks));
  const room = () => scratch.room(total);
  return { starts, ends, sets: room(), lengths: room(), positions: room() };
}

/** Puts the first `length` members of a set into the lists. */
export function post(
  { ends, sets, lengths, positions }: PostingLists,
  { offsets, members }: SetCollection,
  set: number,
  length: number,
): void {
  const from = offsets[set] as number;
  const whole = (offsets[set + 1] as number) - from;
  for (let position = 0; position < length; position++) {
    const rank = members[from + position] as number;
    const slot = ends[rank] as number;
    sets[slot] = set;
    lengths[slot] = whole;
    positions[slot] = position;
    ends[rank] = slot + 1;
  }
}
