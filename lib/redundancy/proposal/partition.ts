/**
 * What is divided into ledgers: parts that stay whole (one form, or forms that an office has put together), each as places of
 * forms. A division is a list of groups of parts.
 */
export type Parts = readonly (readonly number[])[];
export type Division = number[][];

/** Costs that differ by less than this share are one cost: sums in another order differ by this much. */
const SAME = 1e-9;
export const isLess = (one: number, other: number) => other - one > SAME * Math.max(1, Math.abs(other));

/** Groups in order of their first part, parts in order: the same division is written in one way. */
export function inOrder(division: Division): Division {
  return division
    .map((group) => [...group].sort((one, other) => one - other))
    .sort((one, other) => (one[0] as number) - (other[0] as number));
}
