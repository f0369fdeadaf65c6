import type { LedgerPricer } from "./ledger-pricer.ts";

/**
 * What is divided into ledgers: parts that stay whole (one form, or forms that an office has put together), each as places of
 * forms. A division is a list of groups of parts.
 */
export type Parts = readonly (readonly number[])[];
export type Division = number[][];

/** Costs that differ by less than this share are one cost: sums in another order differ by this much. */
const SAME = 1e-9;
export const isLess = (one: number, other: number) => other - one > SAME * Math.max(1, Math.abs(other));

export function priceOf(parts: Parts, price: LedgerPricer): LedgerPricer {
  // Where each part is one form at its own place, a group of parts is a group of forms.
  if (parts.every((part, at) => part.length === 1 && part[0] === at)) return price;
  return (group, leniency) =>
    price(
      group.flatMap((part) => parts[part] as readonly number[]),
      leniency,
    );
}

/** Groups in order of their first part, parts in order: the same division is written in one way. */
export function inOrder(division: Division): Division {
  return division
    .map((group) => [...group].sort((one, other) => one - other))
    .sort((one, other) => (one[0] as number) - (other[0] as number));
}
