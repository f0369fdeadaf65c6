/**
 * One field that asks for an element: for how many rows, minutes a year for each row as it is asked, and as it need be asked; whether
 * a source has it.
 */
export type Asked = { cells: number; asked: number; needed: number; shared: boolean };

/** Minutes a year that are not needed, each under one cause. */
export type WastedMinutes = { repeated: number; tooOften: number; shared: number };

/** Is told the repeated minutes between two askings, by their places. */
export type PairTold = (one: number, other: number, minutes: number) => void;

export type Repetition = {
  /** What each asking has of the waste, by its place: never more than it takes, and together the waste of all. */
  shares: readonly WastedMinutes[];
  /** Least minutes a year in which the element could be gathered for all who need it. */
  needed: number;
  /** Tells the repeated minutes between each two askings, which together are those of all. There may be very many. */
  eachPair: (told: PairTold) => void;
};

/**
 * Divides the waste of one element among those who ask for it. Rows are taken to be the same as far as they go: of the rows that several
 * ask for, all but the dearest asking is repeated. What is asked too often is with those who ask too often, as their excess is; what
 * a source has, with those whom it would serve; what is repeated, with all, as the rest of their minutes is, and with each pair as
 * the minutes of the cheaper of the two are.
 */
export function divideRepetition(given: readonly Asked[]): Repetition {
  const order = given.map((_, place) => place);
  order.sort((one, other) => (given[other] as Asked).cells - (given[one] as Asked).cells || one - other);
  const sorted = order.map((place) => given[place] as Asked);
  const { rates, needed } = layerRates(sorted);
  const shares: WastedMinutes[] = given.map(() => ({ repeated: 0, tooOften: 0, shared: 0 }));
  for (const [at, place] of order.entries()) {
    const [one, rate] = [sorted[at], rates[at]] as [Asked, Rates];
    const excess = one.asked - one.needed;
    const served = one.shared ? one.needed : 0;
    shares[place] = {
      repeated: Math.max(0, rate.repeated * one.asked - rate.repeatedExcess * excess - rate.repeatedServed * served),
      tooOften: rate.tooOften * excess,
      shared: rate.shared * served,
    };
  }
  const eachPair = (told: PairTold) => {
    const asked = Float64Array.from(sorted, (one) => one.asked);
    for (let at = 1; at < asked.length; at++) {
      const { pair } = rates[at] as Rates;
      const [own, place] = [asked[at], order[at]] as [number, number];
      if (pair === 0) continue;
      for (let before = 0; before < at; before++)
        told(order[before] as number, place, Math.min(asked[before] as number, own) * pair);
    }
  };
  return { shares, needed, eachPair };
}

/** What one minute a row has of the waste of its own rows and of those that all before it have too. */
type Rates = {
  /** Of a minute asked; what is set off for a minute too often, and for one that a source has. */
  repeated: number;
  repeatedExcess: number;
  repeatedServed: number;
  tooOften: number;
  shared: number;
  /** Of a minute that two ask. */
  pair: number;
};
const RATES = ["repeated", "repeatedExcess", "repeatedServed", "tooOften", "shared", "pair"] as const;

/** Rows in layers: the first asking alone has those that no other goes down to, the first two the next, and so on. */
function layerRates(sorted: readonly Asked[]): { rates: Rates[]; needed: number } {
  const sum = { asked: 0, excess: 0, served: 0, pair: 0 };
  const most = { asked: 0, needed: 0, unserved: 0 };
  let needed = 0;
  const asked = Float64Array.from(sorted, (one) => one.asked);
  const rates = sorted.map((one, at): Rates => {
    for (let before = 0; before < at; before++) sum.pair += Math.min(one.asked, asked[before] as number);
    sum.asked += one.asked;
    sum.excess += one.asked - one.needed;
    if (one.shared) sum.served += one.needed;
    most.asked = Math.max(most.asked, one.asked);
    most.needed = Math.max(most.needed, one.needed);
    if (!one.shared) most.unserved = Math.max(most.unserved, one.needed);
    const rows = one.cells - (sorted[at + 1]?.cells ?? 0);
    needed += rows * most.unserved;
    const repeated = sum.asked - most.asked;
    const tooOften = per(most.asked - most.needed, sum.excess);
    const shared = per(most.needed - most.unserved, sum.served);
    const ofRest = per(repeated, repeated + most.unserved);
    return {
      repeated: rows * ofRest,
      repeatedExcess: rows * ofRest * tooOften,
      repeatedServed: rows * ofRest * shared,
      tooOften: rows * tooOften,
      shared: rows * shared,
      pair: rows * per(repeated, sum.pair),
    };
  });
  for (let at = rates.length - 2; at >= 0; at--) {
    const [own, below] = [rates[at], rates[at + 1]] as [Rates, Rates];
    for (const rate of RATES) own[rate] += below[rate];
  }
  return { rates, needed };
}

/** Nothing is divided by nobody: where the divisor is 0, there is no waste of that cause. */
const per = (minutes: number, sum: number) => (sum === 0 ? 0 : minutes / sum);
