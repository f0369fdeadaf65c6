import type { Grain, ProposalForm } from "#lib/redundancy/proposal/model.ts";

const GRAINS: readonly Grain[] = ["resident", "household", "enterprise", "village_summary", "event"];
const TIMES = [1, 1, 2, 4, 4, 12, 12, 12, 52];
/** Elements that a block has in all; a few are asked by nearly every form. */
const ELEMENTS = 160;
/** Forms of one family are variants of one template. */
const FAMILY = 4;

/** Numbers from 0 to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Made-up forms in so many blocks of one respondent and grain each: families of templates with local variants over elements of
 * which a few are asked everywhere. The same for the same seed.
 */
export function syntheticForms(count: number, blocks: number, seed: number): ProposalForm[] {
  const random = randomNumbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const popular = () => Math.floor(ELEMENTS ** random()) - 1;
  const template = () => new Set(Array.from({ length: 8 + Math.floor(random() * 30) }, popular));
  const templates = new Map<string, Set<number>>();
  return Array.from({ length: count }, (_, index) => {
    const block = index % blocks;
    const family = `${block}-${Math.floor(random() * Math.ceil(count / blocks / FAMILY))}`;
    const base = templates.get(family) ?? template();
    templates.set(family, base);
    const own = new Set([...base].filter(() => random() > 0.2));
    for (let extra = 0; extra < 3; extra++) own.add(popular());
    return {
      id: `f${String(index).padStart(5, "0")}`,
      name: `表${index}`,
      officeId: `局${index % 17}`,
      regionCode: "990101000000",
      respondent: `主体${Math.floor(block / GRAINS.length)}`,
      grain: GRAINS[block % GRAINS.length] as Grain,
      population: null,
      timesPerYear: pick(TIMES),
      units: 20,
      rows: pick([1, 5, 20, 60]),
      minutes: null,
      setupMinutes: null,
      fields: [...own].map((element) => ({ element: block * ELEMENTS + element, label: `项${element}` })),
      locked: random() < 0.05,
    };
  });
}
