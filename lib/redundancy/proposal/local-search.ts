import type { LedgerPricer } from "./ledger-pricer.ts";
import { type Division, inOrder, isLess, type Parts, priceOf } from "./partition.ts";

/** Rounds of improvement; in practice three or four are enough, each only ever lowers the cost. */
const ROUNDS = 50;

/**
 * Improves a division as long as something helps: a part moves to another group or out on its own, two parts change places, two
 * groups become one. Parts and groups are tried in order, so the result depends on nothing else.
 */
export function localSearch(start: Division, parts: Parts, price: LedgerPricer): Division {
  const search = new Search(start, priceOf(parts, price), parts.length);
  for (let round = 0; round < ROUNDS; round++) {
    const moved = search.moves();
    const swapped = search.swaps();
    const merged = search.merges();
    if (!moved && !swapped && !merged) break;
  }
  return inOrder(search.groups.filter((group) => group.length > 0));
}

class Search {
  readonly groups: number[][];
  readonly #costs: number[];
  readonly #groupOf: number[];
  readonly #priced: (group: readonly number[]) => number;

  constructor(start: Division, priced: (group: readonly number[]) => number, count: number) {
    this.#priced = priced;
    this.groups = inOrder(start);
    this.#costs = this.groups.map(priced);
    this.#groupOf = Array.from({ length: count }, (_, part) => this.groups.findIndex((group) => group.includes(part)));
  }

  #cost(group: number): number {
    return this.#costs[group] as number;
  }

  #members(group: number): number[] {
    return this.groups[group] as number[];
  }

  #set(group: number, members: number[], cost: number): void {
    this.groups[group] = members;
    this.#costs[group] = cost;
    for (const part of members) this.#groupOf[part] = group;
  }

  moves(): boolean {
    let improved = false;
    for (let part = 0; part < this.#groupOf.length; part++) {
      const from = this.#groupOf[part] as number;
      const left = this.#members(from).filter((other) => other !== part);
      const leftCost = left.length === 0 ? 0 : this.#priced(left);
      if (leftCost === Number.POSITIVE_INFINITY) continue;
      let best: { to: number; cost: number; total: number } | null = null;
      for (let to = 0; to <= this.groups.length; to++) {
        if (to === from || (to < this.groups.length && this.#members(to).length === 0)) continue;
        if (to === this.groups.length && left.length === 0) continue;
        const before = to === this.groups.length ? 0 : this.#cost(to);
        const cost = this.#priced(to === this.groups.length ? [part] : [...this.#members(to), part]);
        const total = leftCost + cost - before;
        if (isLess(total, best?.total ?? this.#cost(from))) best = { to, cost, total };
      }
      if (best === null) continue;
      const members = best.to === this.groups.length ? [part] : [...this.#members(best.to), part];
      this.#set(from, left, leftCost);
      this.#set(best.to, members, best.cost);
      improved = true;
    }
    return improved;
  }

  swaps(): boolean {
    let improved = false;
    for (let one = 0; one < this.#groupOf.length; one++)
      for (let other = one + 1; other < this.#groupOf.length; other++) {
        const [a, b] = [this.#groupOf[one] as number, this.#groupOf[other] as number];
        // Two that stand alone change nothing by changing places.
        if (a === b || this.#members(a).length + this.#members(b).length < 3) continue;
        const first = this.#members(a).map((part) => (part === one ? other : part));
        const firstCost = this.#priced(first);
        const before = this.#cost(a) + this.#cost(b);
        if (!isLess(firstCost, before)) continue;
        const second = this.#members(b).map((part) => (part === other ? one : part));
        const secondCost = this.#priced(second);
        if (!isLess(firstCost + secondCost, before)) continue;
        this.#set(a, first, firstCost);
        this.#set(b, second, secondCost);
        improved = true;
      }
    return improved;
  }

  merges(): boolean {
    let improved = false;
    for (let one = 0; one < this.groups.length; one++)
      for (let other = one + 1; other < this.groups.length; other++) {
        if (this.#members(one).length === 0 || this.#members(other).length === 0) continue;
        const members = [...this.#members(one), ...this.#members(other)];
        const cost = this.#priced(members);
        if (!isLess(cost, this.#cost(one) + this.#cost(other))) continue;
        this.#set(one, members, cost);
        this.#set(other, [], 0);
        improved = true;
      }
    return improved;
  }
}
