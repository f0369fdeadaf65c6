import type { SetCollection } from "./set-collection.ts";

/** Words of 32 bits that stand for a set: enough for the thirty or so fields of a form. */
const WORDS = 4;

/** One bit a member, of 128: where two sets differ in more bits than they may differ in members, they need not be compared. */
export function bitmapsOf({ size, offsets, members }: SetCollection): Int32Array {
  const bits = new Int32Array(size * WORDS);
  for (let set = 0; set < size; set++)
    for (let at = offsets[set] as number; at < (offsets[set + 1] as number); at++) {
      // Neighbouring ranks go to bits far apart.
      const bit = Math.imul(members[at] as number, 0x9e3779b1) >>> 25;
      bits[set * WORDS + (bit >> 5)] = (bits[set * WORDS + (bit >> 5)] as number) | (1 << (bit & 31));
    }
  return bits;
}

/** In how many bits two sets differ: never more than the members that only one of them has. */
export function differingBits(bits: Int32Array, a: number, b: number): number {
  const atA = a * WORDS;
  const atB = b * WORDS;
  return (
    ones((bits[atA] as number) ^ (bits[atB] as number)) +
    ones((bits[atA + 1] as number) ^ (bits[atB + 1] as number)) +
    ones((bits[atA + 2] as number) ^ (bits[atB + 2] as number)) +
    ones((bits[atA + 3] as number) ^ (bits[atB + 3] as number))
  );
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
