/** Whole numbers from 0 to below the bound asked for, the same in every run for the same seed (mulberry32). */
export function randomNumbers(seed: number): (bound: number) => number {
  const fraction = randomFractions(seed);
  return (bound) => Math.floor(fraction() * bound);
}

/** Fractions from 0 to below 1, the same in every run for the same seed. */
export function randomFractions(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
