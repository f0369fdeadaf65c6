import { linesOf } from "../../region/lines.ts";
import { areOnOneLine } from "../../region/region.ts";
import type { AskedElement, Asker } from "./asked-elements.ts";

/** What follows if two elements are one. */
export type Settles = {
  /** Pairs of forms that one respondent faces and that repeat a field only then. */
  pairs: number;
  /** Hours a year that then go into the repetition; null where the hours of no such pair are known. */
  hours: number | null;
};

/** What it settles whether two elements are one: counted for those who face both. */
export function settlesOf(a: AskedElement, b: AskedElement): Settles {
  const [inA, inB] = [new Set(a.askers.map(({ id }) => id)), new Set(b.askers.map(({ id }) => id))];
  const onlyA = a.askers.filter(({ id }) => !inB.has(id));
  const onlyB = b.askers.filter(({ id }) => !inA.has(id));
  return { pairs: meetings(onlyA, onlyB), hours: repeatedHours(onlyA, onlyB) };
}

/** How many pairs one respondent may face: an unknown one may be anybody, but nobody sits in two regions that are not on one line. */
function meetings(a: readonly Asker[], b: readonly Asker[]): number {
  const others = counted(b);
  let pairs = 0;
  for (const one of counted(a))
    for (const other of others)
      if (
        (one.respondent === null || other.respondent === null || one.respondent === other.respondent) &&
        areOnOneLine(one.regionCode, other.regionCode)
      )
        pairs += one.count * other.count;
  return pairs;
}

/** How many askers of one region and respondent there are: such groups are few, the askers may be thousands. */
function counted(askers: readonly Asker[]): (Pick<Asker, "regionCode" | "respondent"> & { count: number })[] {
  const groups = Map.groupBy(askers, ({ regionCode, respondent }) => `${regionCode} ${respondent ?? ""}`);
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [{ ...first, count: rest.length + 1 }] : []));
}

/** What is repeated on each line of regions, together; null where nothing is known on any. */
function repeatedHours(a: readonly Asker[], b: readonly Asker[]): number | null {
  const askers = [...a, ...b];
  const known = linesOf(askers.map(({ regionCode }) => regionCode)).flatMap((line) => {
    const [ofA, ofB]: [Asker[], Asker[]] = [[], []];
    for (const { place, part } of line) {
      const asker = askers[place] as Asker;
      (place < a.length ? ofA : ofB).push({ ...asker, hours: asker.hours === null ? null : asker.hours * part });
    }
    return repeatedOnLine(ofA, ofB) ?? [];
  });
  return known.length === 0 ? null : sum(known);
}

/**
 * Of two fields that are one the cheaper is the repetition, once for each respondent. Forms whose respondent is unknown count with
 * one respondent only, so that nothing is counted twice: it is what is repeated at least.
 */
function repeatedOnLine(a: readonly Asker[], b: readonly Asker[]): number | null {
  const respondents = new Set([...a, ...b].map(({ respondent }) => respondent));
  const repeated = (faces: (respondent: string | null) => boolean): number | null => {
    const [dearA, dearB] = [dearest(a, faces), dearest(b, faces)];
    return dearA === null || dearB === null ? null : Math.min(dearA, dearB);
  };
  const apart: number[] = [];
  const open: number[] = [];
  for (const one of respondents) {
    const known = one === null ? null : repeated((respondent) => respondent === one);
    if (known !== null) apart.push(known);
    const any = repeated((respondent) => respondent === null || respondent === one);
    if (any !== null) open.push(any);
  }
  if (open.length === 0) return null;
  return Math.max(sum(apart.sort((x, y) => x - y)), ...open);
}

/** The most hours that one of the forms costs which they face; null where none is known. */
function dearest(askers: readonly Asker[], faces: (respondent: string | null) => boolean): number | null {
  const hours = askers.flatMap((asker) => (asker.hours !== null && faces(asker.respondent) ? [asker.hours] : []));
  return hours.length === 0 ? null : Math.max(...hours);
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
