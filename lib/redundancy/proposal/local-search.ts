import { type Bundle, costOf } from "./bundle.ts";
import { cheapestDivision } from "./exact-partition.ts";
import type { LedgerPricer } from "./ledger-pricer.ts";
import { type Division, inOrder, isLess } from "./partition.ts";
import { Walk } from "./walk.ts";

/** Groups of together at most so many parts are divided anew by trying all divisions: 3^8 is 7 thousand. */
const WINDOW = 8;

/**
 * Work that a search may do, counted in parts priced (a few seconds in a block of hundreds; those of fifty stay below it). Work
 * and not time, so that a slow machine finds the same.
 */
const WORK = 2_000_000;

/** Rounds of improvement; in practice three or four are enough, each only ever lowers the cost. */
const ROUNDS = 50;

/**
 * Improves a division as long as something helps: a part moves to another group or out on its own, two parts change places, two
 * groups become one; then a few groups are divided anew, and two parts move together; then, where it `walks`, it goes on over worse
 * ones. Parts and groups are tried in order, so the result depends on nothing else.
 */
export function localSearch(
  start: Division,
  pricer: LedgerPricer,
  { walks }: { walks: boolean },
): { division: Division; cost: number } {
  const search = new Search(start, pricer);
  for (let round = 0; round < ROUNDS; round++) {
    search.settle();
    if (search.isSpent()) break;
    if (!search.redivisions() && !search.pairMoves() && !(walks && search.walk())) break;
  }
  return { division: inOrder(search.groups().filter((group) => group.length > 0)), cost: search.cost() };
}

/** What is tried again and again; each remembers when it was last tried, and leaves out what has not changed since. */
type Way = "moves" | "swaps" | "merges" | "redivisions" | "pairMoves";

class Search {
  /** Groups under their numbers; an empty one has no parts. */
  readonly #groups: Bundle[];
  readonly #groupOf: number[];
  readonly #pricer: LedgerPricer;
  readonly #spentBefore: number;
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

  constructor(start: Division, pricer: LedgerPricer) {
    this.#pricer = pricer;
    this.#spentBefore = pricer.work;
    this.#groups = inOrder(start).map((parts) => pricer.bundle(parts));
    this.#changed = this.#groups.map(() => 0);
    this.#groupOf = Array.from(start.flat(), () => 0);
    for (const [group, { parts }] of this.#groups.entries()) for (const part of parts) this.#groupOf[part] = group;
  }

  groups(): number[][] {
    return this.#groups.map(({ parts }) => [...parts]);
  }

  cost(): number {
    return this.#groups.reduce((sum, bundle) => sum + costOf(bundle), 0);
  }

  isSpent(): boolean {
    return this.#pricer.work - this.#spentBefore > WORK;
  }

  #bundle(group: number): Bundle {
    return this.#groups[group] as Bundle;
  }

  #cost(group: number): number {
    return costOf(this.#bundle(group));
  }

  #members(group: number): readonly number[] {
    return this.#bundle(group).parts;
  }

  /** What a part leaves behind in its group. */
  #left(part: number): Bundle {
    return this.#pricer.without(this.#bundle(this.#groupOf[part] as number), part);
  }

  #set(group: number, bundle: Bundle): void {
    this.#groups[group] = bundle;
    this.#clock++;
    this.#changed[group] = this.#clock;
    for (const part of bundle.parts) this.#groupOf[part] = group;
  }

  /** Begins a way anew; answers whether something about some of these groups is new to it. */
  #begin(way: Way): (...groups: readonly number[]) => boolean {
    const since = this.#begun[way];
    this.#begun[way] = this.#clock;
    return (...groups) => groups.some((group) => (this.#changed[group] ?? this.#clock) > since);
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
      let best: { to: number; total: number } | null = null;
      for (let to = 0; to <= this.#groups.length; to++) {
        const isOut = to === this.#groups.length;
        if (to === from || (!isOut && this.#members(to).length === 0)) continue;
        if (!fromIsNew && (isOut || !isNew(to))) continue;
        const left = this.#left(part);
        if (costOf(left) === Number.POSITIVE_INFINITY) break;
        if (isOut && left.parts.length === 0) continue;
        const cost = isOut
          ? costOf(this.#pricer.bundle([part]))
          : this.#pricer.costWith(this.#bundle(to), part) - this.#cost(to);
        const total = costOf(left) + cost;
        if (isLess(total, best?.total ?? this.#cost(from))) best = { to, total };
      }
      if (best === null) continue;
      this.#set(from, this.#left(part));
      this.#add(best.to, part);
      improved = true;
    }
    return improved;
  }

  /** Puts a part that has left its group into another, or into one of its own. */
  #add(to: number, part: number): void {
    const group = this.#groups[to];
    this.#set(to, group === undefined ? this.#pricer.bundle([part]) : this.#pricer.with(group, part));
  }

  /** Two parts, from one group or two, move together to another: what neither may or pays to do alone. */
  pairMoves(): boolean {
    const isNew = this.#begin("pairMoves");
    let improved = false;
    for (let one = 0; one < this.#groupOf.length && !this.isSpent(); one++)
      for (let other = one + 1; other < this.#groupOf.length; other++) {
        const [a, b] = [this.#groupOf[one] as number, this.#groupOf[other] as number];
        const first = this.#left(one);
        const left = a === b ? [this.#pricer.without(first, other)] : [first, this.#left(other)];
        const leftCost = left.reduce((sum, bundle) => sum + costOf(bundle), 0);
        const before = this.#cost(a) + (a === b ? 0 : this.#cost(b));
        // What it leaves costs more than before, or nothing can be gained.
        if (!isLess(leftCost, before)) continue;
        const best = this.#bestForPair(one, other, before - leftCost, 1e-9 * before, isNew(a, b) ? () => true : isNew);
        if (best === null) continue;
        for (const [place, group] of (a === b ? [a] : [a, b]).entries()) this.#set(group, left[place] as Bundle);
        this.#add(best, one);
        this.#add(best, other);
        improved = true;
      }
    return improved;
  }

  /** The group that two parts, which save so much by leaving theirs, do best to join; null where none gains more than `least`. */
  #bestForPair(
    one: number,
    other: number,
    saved: number,
    least: number,
    isNew: (group: number) => boolean,
  ): number | null {
    let best: { to: number; gain: number } | null = null;
    const from = [this.#groupOf[one], this.#groupOf[other]];
    for (let to = 0; to <= this.#groups.length; to++) {
      if (from.includes(to) || !isNew(to)) continue;
      const gainSoFar = best?.gain ?? least;
      let gain = saved;
      if (to === this.#groups.length) gain -= costOf(this.#pricer.bundle([one, other]));
      else {
        const group = this.#bundle(to);
        if (group.parts.length === 0) continue;
        gain += costOf(group);
        const most = gain - gainSoFar;
        if (this.#pricer.exceedsWith(group, one, most) || this.#pricer.exceedsWith(group, other, most)) continue;
        gain -= this.#pricer.together(group, this.#pricer.bundle([one, other]));
      }
      if (isLess(-gain, -gainSoFar)) best = { to, gain };
    }
    return best?.to ?? null;
  }

  swaps(): boolean {
    const isNew = this.#begin("swaps");
    let improved = false;
    for (let one = 0; one < this.#groupOf.length && !this.isSpent(); one++)
      for (let other = one + 1; other < this.#groupOf.length; other++) {
        const [a, b] = [this.#groupOf[one] as number, this.#groupOf[other] as number];
        // Two that stand alone change nothing by changing places.
        if (a === b || this.#members(a).length + this.#members(b).length < 3 || !isNew(a, b)) continue;
        const before = this.#cost(a) + this.#cost(b);
        const [first, second] = [this.#left(one), this.#left(other)];
        const firstCost = this.#pricer.costWith(first, other);
        if (!isLess(firstCost, before) || !isLess(firstCost + this.#pricer.costWith(second, one), before)) continue;
        this.#set(a, this.#pricer.with(first, other));
        this.#set(b, this.#pricer.with(second, one));
        improved = true;
      }
    return improved;
  }

  merges(): boolean {
    const isNew = this.#begin("merges");
    let improved = false;
    for (let one = 0; one < this.#groups.length; one++)
      for (let other = one + 1; other < this.#groups.length; other++) {
        if (this.#members(one).length === 0 || this.#members(other).length === 0 || !isNew(one, other)) continue;
        const cost = this.#pricer.together(this.#bundle(one), this.#bundle(other));
        if (!isLess(cost, this.#cost(one) + this.#cost(other))) continue;
        this.#set(one, this.#pricer.bundle([...this.#members(one), ...this.#members(other)]));
        this.#set(other, this.#pricer.bundle([]));
        improved = true;
      }
    return improved;
  }

  /** Takes each group with those nearest to it, as many as fit, and divides their parts in the best way there is. */
  redivisions(): boolean {
    const isNew = this.#begin("redivisions");
    const tried = new Set<string>();
    let improved = false;
    for (let at = 0; at < this.#groups.length && !this.isSpent(); at++) {
      const size = this.#members(at).length;
      if (size === 0 || size >= WINDOW) continue;
      for (const window of this.#windows(at)) {
        const key = `${[...window].sort((one, other) => one - other)} ${this.#clock}`;
        if (!isNew(...window) || tried.has(key)) continue;
        tried.add(key);
        const parts = window.flatMap((group) => this.#members(group)).sort((one, other) => one - other);
        const before = window.reduce((sum, group) => sum + this.#cost(group), 0);
        const { division, cost } = cheapestDivision(parts, this.#pricer);
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
    const walk = new Walk(this.groups(), this.#pricer);
    const found = walk.run(begun, () => this.isSpent());
    if (found === null) return false;
    for (const [group, parts] of found.entries())
      if (parts.join() !== this.#groups[group]?.parts.join()) this.#set(group, this.#pricer.bundle(parts));
    return true;
  }

  #replace(window: readonly number[], division: Division): void {
    for (const group of window) this.#set(group, this.#pricer.bundle([]));
    for (const [place, parts] of division.entries())
      this.#set(window[place] ?? this.#groups.length, this.#pricer.bundle(parts));
  }

  /** The other groups, those that lose least by joining this one first. */
  #near(at: number): number[] {
    return [...this.#groups.keys()]
      .filter((group) => group !== at && this.#members(group).length > 0)
      .map((group) => ({
        group,
        loss: this.#pricer.together(this.#bundle(at), this.#bundle(group)) - this.#cost(at) - this.#cost(group),
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
