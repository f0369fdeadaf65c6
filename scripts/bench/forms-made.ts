import { randomFractions } from "./random-numbers.ts";

/** How many different elements the forms ask for. */
const ELEMENTS = 8000;
const FEWEST = 12;
const MOST = 46;

/** The sum of 1 / n up to each element: elements by a Zipf law, the n-th is asked for n times more rarely than the first. */
const sums = new Float64Array(ELEMENTS);
for (let at = 0, sum = 0; at < ELEMENTS; at++) {
  sum += 1 / (at + 1);
  sums[at] = sum;
}

/**
 * Forms as sets of elements, as the offices of one place have them: templates, each made into so many forms on average, which every
 * office changes a little. The same for the same arguments.
 */
export function formsMade(count: number, copies: number, seed: number): number[][] {
  const fraction = randomFractions(seed);
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  const templates = Array.from({ length: Math.ceil(count / copies) }, () =>
    filled(new Set<number>(), between(FEWEST, MOST), fraction),
  );
  return Array.from({ length: count }, () => {
    const template = templates[Math.floor(fraction() * templates.length)] as Set<number>;
    // Some offices keep a template nearly as it is, others more than half of it.
    const kept = 1 - 0.6 * fraction() * fraction();
    const own = new Set([...template].filter(() => fraction() < kept));
    return [...filled(own, template.size + between(-2, 2), fraction)];
  });
}

function filled(set: Set<number>, size: number, fraction: () => number): Set<number> {
  while (set.size < size) set.add(element(fraction()));
  return set;
}

function element(fraction: number): number {
  const wanted = fraction * (sums[ELEMENTS - 1] as number);
  let low = 0;
  let high = ELEMENTS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
