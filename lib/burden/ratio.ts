/** A share that can be proven: what was counted, out of what, on which day, over what, and how. The share itself is never stored. */
export type Ratio = {
  numerator: number;
  denominator: number;
  /** ISO day. */
  asOf: string;
  /** What was counted over, in words: "示范县，在用的工作群组". */
  scope: string;
  /** How it was counted, in words. */
  method: string;
};

/** The share (0 to 1 when the numerator is part of the denominator); null when there is nothing to divide by. */
export function share({ numerator, denominator }: Pick<Ratio, "numerator" | "denominator">): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** Net reduction 1 - end/start as a ratio; gross removals never enter it, because what was newly built must show (domain.md 2.3). */
export function netReduction(start: number, end: number, about: Pick<Ratio, "asOf" | "scope">): Ratio {
  return {
    ...about,
    numerator: start - end,
    denominator: start,
    method: `净减少 = 期初 ${start} − 期末 ${end}，新增的已计入期末`,
  };
}
