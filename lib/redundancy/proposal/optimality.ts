import { formatNumber } from "../../format/number.ts";

/** How good an answer is: its hours, what no answer goes below, and whether that was proven to be one and the same. */
export type Optimality = { hours: number; lowerBound: number; gap: number; proven: boolean };

/** Of an answer in minutes; the gap is the share of them by which it may miss the best. */
export function optimality(
  minutes: number,
  { lowerBound, proven }: { lowerBound: number; proven: boolean },
): Optimality {
  const gap = proven || minutes === 0 ? 0 : (minutes - lowerBound) / minutes;
  return { hours: minutes / 60, lowerBound: lowerBound / 60, gap, proven };
}

/** What is said of an answer that was not proven. Rounded up: the true gap is never above what is said. */
export function gapText({ gap }: Pick<Optimality, "gap">): string {
  return `未证明最优，与最优相差不超过 ${formatNumber(Math.ceil(gap * 1000) / 10, 1)}%`;
}
