import { cheapestDivision } from "./exact-partition.ts";
import type { LedgerPricer } from "./ledger-pricer.ts";
import { type Division, inOrder, isLess, type Parts, priceOf } from "./partition.ts";
import { Walk } from "./walk.ts";

/** Groups of together at most so many parts are divided anew by trying all divisions: 3^8 is 7 thousand. */
const WINDOW = 8;

/**
 * Work that a search may do, counted in parts priced (a few seconds in a block of hundreds; those of fifty stay below it). Work
 * and not time, so that a slow machine finds the same.
 */
const WORK = 1_000_000;

/** Rounds of improvement; in practice three or four are enough, each only ever lowers the cost. */
const ROUNDS = 50;

/**
 * Improves a division as long as something helps: a part moves to another group or out on its own, two parts change places, two
 * groups become one; then a few groups are divided anew, and two parts move together; then, where it `walks`, it goes on over worse
 * ones. Parts and groups are tried in order, so the result depends on nothing else.
 */
export function localSearch(
  start: Division,
  parts: Parts,
  price: LedgerPricer,
  { walks }: { walks: boolean },
): { division: Division; cost: number } {
  const search = new Search(start, priceOf(parts, price), parts.length);
  for (let round = 0; round < ROUNDS; round++) {
    search.settle();
    if (search.isSpent()) break;
    if (!search.redivisions() && !search.pairMoves() && !(walks && search.walk())) break;
  }
  return { division: inOrder(search.groups.filter((group) => group.length > 0)), cost: search.cost() };
}

/** What is tried again and again; each remembers when it was last tried, and leaves out what has not changed since. */
type Way = "moves" | "swaps" | "merges" | "redivisions" | "pairMoves";

class Search {
  readonly groups: number[][];
  readonly #costs: number[];
  readonly #groupOf: number[];
  readonly #priced: LedgerPricer;
  readonly #alone: readonly number[];
  /** When each group changed last, and when each way was last begun: counted in changes. */
  readonly #changed: number[];
  readonly #begun: Record<Way, number> = {
    moves: -1,
    swaps: -1,
    merges: -1,
    redivisions: -1,
    pairMoves: -1,
  };
  #clock = 0;
  #work = 0;

  constructor(start: Division, priced: LedgerPricer, count: number) {
    this.#priced = (group, leniency) => {
      this.#work += group.length;
      return priced(group, leniency);
    };
    this.groups = inOrder(start);
    this.#costs = this.groups.map(priced);
    this.#changed = this.groups.map(() => 0);
    this.#groupOf = Array.from({ length: count }, (_, part) => this.groups.findIndex((group) => group.includes(part)));
    this.#alone = this.#groupOf.map((_, part) => priced([part]));
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
    this.#clock++;
    this.#changed[group] = this.#clock;
    for (const part of members) this.#groupOf[part] = group;
  }

  /** Begins a way anew; answers whether something about some of these groups is new to it. */
  #begin(way: Way): (...groups: readonly number[]) => boolean {
    const since = this.#begun[way];
    this.#begun[way] = this.#clock;
    return (...groups) => groups.some((group) => (this.#changed[group] ?? this.#clock) > since);
  }

  isSpent(): boolean {
    return this.#work > WORK;
  }

  cost(): number {
    return this.#costs.reduce((sum, cost) => sum + cost, 0);
  }

  /** The quick improvements until none is left. */
  settle(): void {
    for (let round = 0; round < ROUNDS; round++) {
      const moved = this.moves();
      const swapped = this.swaps();
      if (this.isSpent() || (!this.merges() && !moved && !swapped)) return;
    }
  }

  moves(): boolean {
    const isNew = this.#begin("moves");
    let improved = false;
    for (let part = 0; part < this.#groupOf.length; part++) {
      const from = this.#groupOf[part] as number;
      const fromIsNew = isNew(from);
      let left: number[] | null = null;
      let leftCost = 0;
      let best: { to: number; cost: number; total: number } | null = null;
      for (let to = 0; to <= this.groups.length; to++) {
        const isOut = to === this.groups.length;
        if (to === from || (!isOut && this.#members(to).length === 0)) continue;
        if (!fromIsNew && (isOut || !isNew(to))) continue;
        if (left === null) {
          left = this.#members(from).filter((other) => other !== part);
          leftCost = left.length === 0 ? 0 : this.#priced(left);
        }
        if (leftCost === Number.POSITIVE_INFINITY) break;
        if (isOut && left.length === 0) continue;
        const before = isOut ? 0 : this.#cost(to);
        const cost = isOut ? (this.#alone[part] as number) : this.#priced([...this.#members(to), part]);
        const total = leftCost + cost - before;
        if (isLess(total, best?.total ?? this.#cost(from))) best = { to, cost, total };
      }
      if (best === null || left === null) continue;
      const members = best.to === this.groups.length ? [part] : [...this.#members(best.to), part];
      this.#set(from, left, leftCost);
      this.#set(best.to, members, best.cost);
      improved = true;
    }
    return improved;
  }

  /** Two parts, from one group or two, move together to another: what neither may or pays to do alone. */
  pairMoves(): boolean {
    const isNew = this.#begin("pairMoves");
    let improved = false;
    for (let one = 0; one < this.#groupOf.length && !this.isSpent(); one++)
      for (let other = one + 1; other < this.#groupOf.length; other++) {
        const [a, b] = [this.#groupOf[one] as number, this.#groupOf[other] as number];
        const without = (group: number) => this.#members(group).filter((part) => part !== one && part !== other);
        const left = a === b ? [without(a)] : [without(a), without(b)];
        const leftCosts = left.map((members) => (members.length === 0 ? 0 : this.#priced(members)));
        const leftCost = leftCosts.reduce((sum, cost) => sum + cost, 0);
        const before = this.#cost(a) + (a === b ? 0 : this.#cost(b));
        // What it leaves costs more than before, or nothing can be gained.
        if (!isLess(leftCost, before)) continue;
        const leftIsNew = isNew(a, b);
        let best: { to: number; cost: number; gain: number } | null = null;
        for (let to = 0; to <= this.groups.length; to++) {
          const members = to === this.groups.length ? [] : this.#members(to);
          if (to === a || to === b || (members.length === 0 && to < this.groups.length)) continue;
          if (!leftIsNew && (to === this.groups.length || !isNew(to))) continue;
          const cost = this.#priced([...members, one, other]);
          const gain = before + (members.length === 0 ? 0 : this.#cost(to)) - leftCost - cost;
          if (isLess(-gain, -(best?.gain ?? 1e-9 * before))) best = { to, cost, gain };
        }
        if (best === null) continue;
        const members = best.to === this.groups.length ? [] : this.#members(best.to);
        const groups = a === b ? [a] : [a, b];
        for (const [place, group] of groups.entries()) this.#set(group, left[place] ?? [], leftCosts[place] ?? 0);
        this.#set(best.to, [...members, one, other], best.cost);
        improved = true;
      }
    return improved;
  }

  swaps(): boolean {
    const isNew = this.#begin("swaps");
    let improved = false;
    for (let one = 0; one < this.#groupOf.length && !this.isSpent(); one++)
      for (let other = one + 1; other < this.#groupOf.length; other++) {
        const [a, b] = [this.#groupOf[one] as number, this.#groupOf[other] as number];
        // Two that stand alone change nothing by changing places.
        if (a === b || this.#members(a).length + this.#members(b).length < 3 || !isNew(a, b)) continue;
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
    const isNew = this.#begin("merges");
    let improved = false;
    for (let one = 0; one < this.groups.length; one++)
      for (let other = one + 1; other < this.groups.length; other++) {
        if (this.#members(one).length === 0 || this.#members(other).length === 0 || !isNew(one, other)) continue;
        const members = [...this.#members(one), ...this.#members(other)];
        const cost = this.#priced(members);
        if (!isLess(cost, this.#cost(one) + this.#cost(other))) continue;
        this.#set(one, members, cost);
        this.#set(other, [], 0);
        improved = true;
      }
    return improved;
  }

  /** Takes each group with those nearest to it, as many as fit, and divides their parts in the best way there is. */
  redivisions(): boolean {
    const isNew = this.#begin("redivisions");
    const tried = new Set<string>();
    let improved = false;
    for (let at = 0; at < this.groups.length && !this.isSpent(); at++) {
      const size = this.#members(at).length;
      if (size === 0 || size >= WINDOW) continue;
      for (const window of this.#windows(at)) {
        const key = `${[...window].sort((one, other) => one - other)} ${this.#clock}`;
        if (!isNew(...window) || tried.has(key)) continue;
        tried.add(key);
        const parts = window.flatMap((group) => this.#members(group)).sort((one, other) => one - other);
        const before = window.reduce((sum, group) => sum + this.#cost(group), 0);
        const { division, cost } = cheapestDivision(parts, this.#priced);
        if (!isLess(cost, before)) continue;
        this.#replace(window, division);
        improved = true;
        break;
      }
    }
    return improved;
  }

  /**
   * Goes on where nothing helps any more: always the best move there is, though it be for the worse, or make a group that may not
   * stay; but none that takes a part back at once. Ends at the best division that it passed. Finds what only several moves together
   * can.
   */
  walk(): boolean {
    const begun = this.cost();
    const walk = new Walk(this.groups, (group, leniency) => this.#priced(group, leniency), this.#groupOf.length);
    const found = walk.run(begun, () => this.isSpent());
    if (found === null) return false;
    for (const [group, members] of found.entries())
      if (members.join() !== this.groups[group]?.join())
        this.#set(group, members, members.length === 0 ? 0 : this.#priced(members));
    return true;
  }

  #replace(window: readonly number[], division: Division): void {
    for (const group of window) this.#set(group, [], 0);
    for (const [place, members] of division.entries())
      this.#set(window[place] ?? this.groups.length, members, this.#priced(members));
  }

  /** The other groups, those that lose least by joining this one first. */
  #near(at: number): number[] {
    return [...this.groups.keys()]
      .filter((group) => group !== at && this.#members(group).length > 0)
      .map((group) => ({
        group,
        loss: this.#priced([...this.#members(at), ...this.#members(group)]) - this.#cost(at) - this.#cost(group),
      }))
      .sort((one, other) => (one.loss === other.loss ? one.group - other.group : one.loss - other.loss))
      .map(({ group }) => group);
  }

  #windows(at: number): number[][] {
    const near = this.#near(at);
    const windows = new Map<string, number[]>();
    for (const first of near) {
      const window = [at, first];
      let size = this.#members(at).length + this.#members(first).length;
      if (size > WINDOW) continue;
      for (const group of near) {
        const more = this.#members(group).length;
        if (group === first || size + more > WINDOW) continue;
        window.push(group);
        size += more;
      }
      windows.set([...window].sort((one, other) => one - other).join(), window);
    }
    return [...windows.values()];
  }
}
