import { type Bundle, costOf } from "./bundle.ts";
import type { LedgerPricer } from "./ledger-pricer.ts";
import { isLess } from "./partition.ts";

/** Moves that a walk makes without finding anything better, for each part. */
const PATIENCE = 2;
/** What a form that has too little in common with its group costs on the way, as a share of the group. */
const LENIENCY = 0.02;

/** A walk from one division to another by single moves, for the better or the worse (tabu search). Deterministic. */
export class Walk {
  readonly #groups: Bundle[];
  readonly #groupOf: number[];
  readonly #pricer: LedgerPricer;
  /** Lenient costs of the groups, what each part saves by leaving its group, and what each group costs more with a part. */
  readonly #costs: number[] = [];
  readonly #leaving: Float64Array;
  readonly #joining: Float64Array[] = [];
  readonly #aloneCosts: Float64Array;

  constructor(groups: readonly (readonly number[])[], pricer: LedgerPricer) {
    this.#groups = groups.map((group) => pricer.bundle(group));
    this.#pricer = pricer;
    this.#groupOf = Array.from(groups.flat(), () => 0);
    for (const [group, { parts }] of this.#groups.entries()) for (const part of parts) this.#groupOf[part] = group;
    this.#leaving = new Float64Array(this.#groupOf.length);
    this.#aloneCosts = Float64Array.from(this.#groupOf, (_, part) => costOf(pricer.bundle([part])));
    for (const group of this.#groups.keys()) this.#weigh(group);
  }

  /** The best division that costs less than `toBeat`, groups under their numbers; null where the walk passes none. */
  run(toBeat: number, isSpent: () => boolean): number[][] | null {
    const count = this.#groupOf.length;
    const tenure = 2 + Math.floor(Math.sqrt(count));
    const barredUntil = new Int32Array(count);
    let found: { groups: number[][]; cost: number } | null = null;
    for (let step = 1, since = 0; since < PATIENCE * count && !isSpent(); step++, since++) {
      const total = this.#costs.reduce((sum, cost) => sum + cost, 0);
      const least = found?.cost ?? toBeat;
      const move = this.#bestMove(
        (part, change) => (barredUntil[part] as number) < step || isLess(total + change, least),
      );
      if (move === null) break;
      this.#make(move);
      barredUntil[move.part] = step + tenure;
      if (!isLess(total + move.change, least)) continue;
      const cost = this.#groups.reduce((sum, group) => sum + costOf(group), 0);
      if (!isLess(cost, least)) continue;
      found = { groups: this.#groups.map(({ parts }) => [...parts]), cost };
      since = 0;
    }
    return found?.groups ?? null;
  }

  #bestMove(isOpen: (part: number, change: number) => boolean): { part: number; to: number; change: number } | null {
    let best: { part: number; to: number; change: number } | null = null;
    const empty = this.#groups.findIndex(({ parts }) => parts.length === 0);
    for (let part = 0; part < this.#groupOf.length; part++) {
      const from = this.#groupOf[part] as number;
      const leaving = this.#leaving[part] as number;
      if (leaving === Number.POSITIVE_INFINITY) continue;
      for (let to = 0; to < this.#groups.length; to++) {
        if (to === from || (this.#groups[to] as Bundle).parts.length === 0) continue;
        const change = leaving + (this.#joining[to]?.[part] as number);
        if (change < (best?.change ?? Number.POSITIVE_INFINITY) && isOpen(part, change)) best = { part, to, change };
      }
      if ((this.#groups[from] as Bundle).parts.length === 1) continue;
      const change = leaving + (this.#aloneCosts[part] as number);
      if (change < (best?.change ?? Number.POSITIVE_INFINITY) && isOpen(part, change))
        best = { part, to: empty < 0 ? this.#groups.length : empty, change };
    }
    return best;
  }

  #make({ part, to }: { part: number; to: number }): void {
    const from = this.#groupOf[part] as number;
    this.#groups[from] = this.#pricer.without(this.#groups[from] as Bundle, part);
    const group = this.#groups[to];
    this.#groups[to] = group === undefined ? this.#pricer.bundle([part]) : this.#pricer.with(group, part);
    this.#groupOf[part] = to;
    this.#weigh(from);
    this.#weigh(to);
  }

  #weigh(group: number): void {
    const bundle = this.#groups[group] as Bundle;
    const { parts } = bundle;
    const cost = costOf(bundle, LENIENCY);
    this.#costs[group] = cost;
    this.#joining[group] = Float64Array.from(this.#groupOf, (own, part) =>
      own === group || parts.length === 0 ? 0 : this.#pricer.costWith(bundle, part, LENIENCY) - cost,
    );
    for (const part of parts) this.#leaving[part] = costOf(this.#pricer.without(bundle, part), LENIENCY) - cost;
  }
}
