import type { LedgerPricer } from "./ledger-pricer.ts";
import { type Division, inOrder, isLess, type Parts, priceOf } from "./partition.ts";

/** Above this many parts all divisions are too many to try: 3^11 is 177 thousand. */
export const EXACT_PARTS = 11;

/** The cheapest division of all parts; of equals always the same one. */
export function exactPartition(parts: Parts, price: LedgerPricer): Division {
  return cheapestDivision([...parts.keys()], priceOf(parts, price)).division;
}

/** The cheapest division of some parts and its cost, by dynamic programming over their subsets. */
export function cheapestDivision(
  parts: readonly number[],
  priced: (group: readonly number[]) => number,
): { division: Division; cost: number } {
  if (parts.length > 20) throw new RangeError(`${parts.length} parts are too many to try all divisions`);
  const full = 2 ** parts.length;
  const partsOf = (set: number) => parts.filter((_, at) => (set >> at) & 1);
  const costs = new Float64Array(full);
  for (let set = 1; set < full; set++) costs[set] = priced(partsOf(set));
  const best = new Float64Array(full);
  const last = new Int32Array(full);
  for (let set = 1; set < full; set++) {
    const lowest = set & -set;
    const rest = set ^ lowest;
    best[set] = Number.POSITIVE_INFINITY;
    // Every division has one group with the lowest part; going through those groups goes through all divisions once.
    for (let others = rest; ; others = (others - 1) & rest) {
      const group = others | lowest;
      const cost = (costs[group] as number) + (best[set ^ group] as number);
      if (best[set] === Number.POSITIVE_INFINITY || isLess(cost, best[set] as number)) {
        best[set] = cost;
        last[set] = group;
      }
      if (others === 0) break;
    }
  }
  const division: Division = [];
  for (let set = full - 1; set > 0; set ^= last[set] as number) division.push(partsOf(last[set] as number));
  return { division: inOrder(division), cost: best[full - 1] as number };
}
