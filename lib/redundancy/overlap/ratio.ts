/** A threshold as a ratio of integers, so that every engine that compares with it agrees to the last pair. */
export type Ratio = { numerator: number; denominator: number };

/** The smallest integer that is at least ratio × count. */
export function atLeast({ numerator, denominator }: Ratio, count: number): number {
  return Math.ceil((numerator * count) / denominator - 1e-9);
}

/** Whether two sets of these sizes with so many members in common reach a Jaccard ratio. */
export function isSimilar({ numerator, denominator }: Ratio, shared: number, a: number, b: number): boolean {
  return shared * denominator >= numerator * (a + b - shared);
}

/** Whether so many members in common are at least this ratio of the smaller set. */
export function isContained({ numerator, denominator }: Ratio, shared: number, a: number, b: number): boolean {
  return shared * denominator >= numerator * Math.min(a, b);
}
