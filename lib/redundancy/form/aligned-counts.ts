import type { AlignedForm } from "./align.ts";
import type { FormCounts } from "./compare-forms.ts";
import { wordingsOf } from "./wordings.ts";

/** The counts that two aligned forms relate by: the same that are kept of a pair. Without wordings where one only has names of data. */
export function alignedCounts(a: AlignedForm, b: AlignedForm): FormCounts {
  const [allA, allB, ownA, ownB] = [keysOf(a, false), keysOf(b, false), keysOf(a, true), keysOf(b, true)];
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  return {
    shared: allA.intersection(allB).size,
    a: allA.size,
    b: allB.size,
    sharedBody: ownA.intersection(ownB).size,
    aBody: ownA.size,
    bBody: ownB.size,
    wordings: wordsA && wordsB && { shared: wordsA.intersection(wordsB).size, a: wordsA.size, b: wordsB.size },
  };
}

const keysOf = ({ fields }: AlignedForm, isOwn: boolean) =>
  new Set(fields.flatMap(({ element }) => (element && !(isOwn && element.header) ? [element.key] : [])));

const wordsOf = ({ title, fields }: AlignedForm) =>
  fields.some(({ element, reading }) => element && !reading) ? null : wordingsOf(title, fields);
