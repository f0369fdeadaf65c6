import type { LedgerPricer } from "./ledger-pricer.ts";
import { type Division, inOrder, isLess } from "./partition.ts";

/** Above this many parts all divisions are too many to try: 3^11 is 177 thousand. */
export const EXACT_PARTS = 11;

/** The cheapest division of some parts and its cost, by dynamic programming over their subsets; of equals always the same one. */
export function cheapestDivision(parts: readonly number[], pricer: LedgerPricer): { division: Division; cost: number } {
  if (parts.length > 20) throw new RangeError(`${parts.length} parts are too many to try all divisions`);
  const full = 2 ** parts.length;
  const partsOf = (set: number) => parts.filter((_, at) => (set >> at) & 1);
  const costs = subsetCosts(parts, pricer);
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

/** The cost of every subset as one ledger: each is one of the first half together with one of the second. */
function subsetCosts(parts: readonly number[], pricer: LedgerPricer): Float64Array {
  const half = parts.length >> 1;
  const bundles = (some: readonly number[]) =>
    Array.from({ length: 2 ** some.length }, (_, set) => pricer.bundle(some.filter((_, at) => (set >> at) & 1)));
  const [firsts, seconds] = [bundles(parts.slice(0, half)), bundles(parts.slice(half))];
  const costs = new Float64Array(2 ** parts.length);
  for (const [first, one] of firsts.entries())
    for (const [second, other] of seconds.entries()) costs[first | (second << half)] = pricer.together(one, other);
  return costs;
}
