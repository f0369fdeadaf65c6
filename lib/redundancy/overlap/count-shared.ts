import type { SetCollection } from "./set-collection.ts";

/** How many members two sets share; -1 as soon as it is clear that they are fewer than `needed`. */
export function countShared({ offsets, members }: SetCollection, a: number, b: number, needed: number): number {
  let atA = offsets[a] as number;
  let atB = offsets[b] as number;
  const endA = offsets[a + 1] as number;
  const endB = offsets[b + 1] as number;
  let shared = 0;
  while (atA < endA && atB < endB) {
    const memberA = members[atA] as number;
    const memberB = members[atB] as number;
    if (memberA === memberB) {
      shared++;
      atA++;
      atB++;
    } else {
      if (memberA < memberB) atA++;
      else atB++;
      if (shared + Math.min(endA - atA, endB - atB) < needed) return -1;
    }
  }
  return shared < needed ? -1 : shared;
}
