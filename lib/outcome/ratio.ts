/**
 * A share that proves itself: what was counted over what, up to which day, over which region and by which method.
 * A percentage is always computed from these, never typed in.
 */
export type Ratio = { numerator: number; denominator: number; asOf: string; scope: string; method: string };

/** The ratio as a share (0 to 1; below 0 for growth); null when there is nothing to divide by. */
export function share(ratio: Pick<Ratio, "numerator" | "denominator">): number | null {
  return ratio.denominator === 0 ? null : ratio.numerator / ratio.denominator;
}
