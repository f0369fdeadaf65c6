/**
 * How many members two sets share from these places of `members` on, of which `before` are known already; -1 as soon as it is clear
 * that together they are fewer than `needed`.
 */
export function countShared(
  members: Int32Array,
  fromA: number,
  endA: number,
  fromB: number,
  endB: number,
  before: number,
  needed: number,
): number {
  let atA = fromA;
  let atB = fromB;
  let shared = before;
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
