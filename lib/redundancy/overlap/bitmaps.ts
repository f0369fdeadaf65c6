import type { SetCollection } from "./set-collection.ts";

/** Words of 32 bits that stand for a set: enough for the thirty or so fields of a form. */
const WORDS = 4;

const known = new WeakMap<SetCollection, Int32Array>();

/** One bit a member, of 128: where two sets differ in more bits than they may differ in members, they need not be compared. */
export function bitmapsOf(collection: SetCollection): Int32Array {
  let bits = known.get(collection);
  if (bits === undefined) {
    bits = drawn(collection);
    known.set(collection, bits);
  }
  return bits;
}

function drawn({ size, offsets, members }: SetCollection): Int32Array {
  const bits = new Int32Array(size * WORDS);
  for (let set = 0; set < size; set++)
    for (let at = offsets[set] as number; at < (offsets[set + 1] as number); at++) {
      // Neighbouring ranks go to bits far apart.
      const bit = Math.imul(members[at] as number, 0x9e3779b1) >>> 25;
      bits[set * WORDS + (bit >> 5)] = (bits[set * WORDS + (bit >> 5)] as number) | (1 << (bit & 31));
    }
  return bits;
}

/** Whether two sets differ in more bits than this: then they differ in more members too. */
export function differByMore(bits: Int32Array, a: number, b: number, limit: number): boolean {
  const atA = a * WORDS;
  const atB = b * WORDS;
  const half = ones(
    (bits[atA] as number) ^ (bits[atB] as number),
    (bits[atA + 1] as number) ^ (bits[atB + 1] as number),
  );
  // Sets that have little in common are told apart by half of their bits.
  if (half > limit) return true;
  const rest = ones(
    (bits[atA + 2] as number) ^ (bits[atB + 2] as number),
    (bits[atA + 3] as number) ^ (bits[atB + 3] as number),
  );
  return half + rest > limit;
}

/** How many bits of two words are set. */
function ones(one: number, other: number): number {
  const pairs = one - ((one >>> 1) & 0x55555555);
  const otherPairs = other - ((other >>> 1) & 0x55555555);
  const fours =
    (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333) + (otherPairs & 0x33333333) + ((otherPairs >>> 2) & 0x33333333);
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
