import { pairLikeness } from "../../text/character-pairs.ts";
import { normalText } from "../../text/normalise.ts";
import { matterOf } from "../field/form-subject.ts";
import type { FormRelation } from "../vocabulary.ts";
import { type FormReading, type FormText, readForm } from "./read-form.ts";

/** How two forms relate, with the counts that it follows from. */
export type FormComparison = {
  relation: FormRelation;
  /** Elements that both have, and that each has; then the same without what every form asks. */
  shared: number;
  a: number;
  b: number;
  sharedBody: number;
  aBody: number;
  bBody: number;
  /** How many wordings both have, and each has; null where they were not read. */
  wordings: { shared: number; a: number; b: number } | null;
  sharedLabels: readonly string[];
};

/** Shares of which the answer is made; counts are kept beside so that any other can be applied to them. */
const LIMITS = {
  /** So alike in all that little of what is their own must be; what every form asks makes no two forms the same on its own. */
  template: 0.66,
  templateBody: 0.2,
  /** Alike in what is their own, and not unlike in all. */
  body: 0.4,
  bodyAll: 0.5,
  bodyCount: 3,
  /** One title, and about this much in common. */
  titled: 0.35,
  nearTitle: 0.6,
  partial: 0.3,
  header: 0.3,
  /** Worded so alike that one was made from the other; of a few questions more than half must ask for the same data too. */
  wording: 0.66,
  wordingCount: 6,
  wordingFew: 4,
  wordingFewShared: 0.5,
  /** Worded and asking alike by half or about so: neither would do alone. */
  bothWording: 0.55,
  bothAll: 0.45,
  bothBody: 0.3,
  bothBodyCount: 3,
  /** The smaller form asks next to nothing that the larger does not. */
  covered: 0.85,
  coveredCount: 8,
  coveredBody: 0.66,
  coveredBodyCount: 4,
  /** Under nearly one title most of what the smaller form asks of its own. */
  named: 0.4,
  namedAll: 0.33,
  namedBody: 0.6,
  namedBodyCount: 3,
};

/** Compares two forms by their elements and titles. Symmetric up to the order of a and b. */
export function compareForms(formA: FormText, formB: FormText): FormComparison {
  const [a, b] = [readForm(formA), readForm(formB)];
  const shared = [...a.elements].filter(([key]) => b.elements.has(key));
  const body = (form: FormReading) => [...form.elements.values()].filter(({ header }) => !header).length;
  const sharedBody = shared.filter(([, { header }]) => !header).length;
  const counts = {
    shared: shared.length,
    a: a.elements.size,
    b: b.elements.size,
    sharedBody,
    aBody: body(a),
    bBody: body(b),
    wordings: {
      shared: a.wordings.intersection(b.wordings).size,
      a: a.wordings.size,
      b: b.wordings.size,
    },
  };
  return {
    relation: relate(counts, () => titleLikeness(a.title, b.title)),
    ...counts,
    sharedLabels: shared.map(([, { label }]) => label),
  };
}

/** How many elements two forms have in common and each has, with and without what every form asks. */
export type FormCounts = Pick<FormComparison, "shared" | "a" | "b" | "sharedBody" | "aBody" | "bBody" | "wordings">;

/** The relation that follows from what two forms have in common; their titles are compared only where that can tell. */
export function relate(counts: FormCounts, titlesAlike: () => number): FormRelation {
  const { shared, a, b, sharedBody, aBody, bBody } = counts;
  if (shared === 0) return "different";
  const all = shared / (a + b - shared);
  const own = aBody + bBody - sharedBody === 0 ? 0 : sharedBody / (aBody + bBody - sharedBody);
  if (all >= LIMITS.titled) {
    const titles = titlesAlike();
    if (titles === 1 || (all === 1 && titles >= LIMITS.nearTitle)) return "duplicate";
  }
  if (
    (all >= LIMITS.template && own >= LIMITS.templateBody) ||
    (own >= LIMITS.body && all >= LIMITS.bodyAll && sharedBody >= LIMITS.bodyCount)
  )
    return "same_template";
  if (isWordedAlike(counts) || isAlikeInBoth(counts) || isCovered(counts) || isNamedAlike(counts, titlesAlike))
    return "same_template";
  if (sharedBody > 0 && sharedBody / Math.min(aBody, bBody) >= LIMITS.partial && sharedBody > 1) return "partial";
  return shared / Math.min(a, b) >= LIMITS.header ? "header_only" : "different";
}

function isWordedAlike({ shared, a, b, aBody, bBody, wordings }: FormCounts): boolean {
  // A form that asks only what every form asks is worded like any other.
  if (Math.min(aBody, bBody) === 0) return false;
  if (wordings === null || wordings.shared < LIMITS.wordingFew) return false;
  if (wordings.shared < LIMITS.wordingCount && shared <= LIMITS.wordingFewShared * Math.min(a, b)) return false;
  return wordings.shared >= LIMITS.wording * (wordings.a + wordings.b - wordings.shared);
}

function isAlikeInBoth({ shared, a, b, sharedBody, aBody, bBody, wordings }: FormCounts): boolean {
  return (
    wordings !== null &&
    wordings.shared >= LIMITS.bothWording * (wordings.a + wordings.b - wordings.shared) &&
    shared >= LIMITS.bothAll * (a + b - shared) &&
    sharedBody >= LIMITS.bothBodyCount &&
    sharedBody >= LIMITS.bothBody * (aBody + bBody - sharedBody)
  );
}

function isCovered({ shared, a, b, sharedBody, aBody, bBody }: FormCounts): boolean {
  return (
    shared >= LIMITS.coveredCount &&
    shared >= LIMITS.covered * Math.min(a, b) &&
    sharedBody >= LIMITS.coveredBodyCount &&
    sharedBody >= LIMITS.coveredBody * Math.min(aBody, bBody)
  );
}

/** Whether two forms are one under nearly one title, made for two kinds of people or by two offices: 临时访客 and 访客, 部门 and 街道. */
export function isNamedAlike(
  { shared, a, b, sharedBody, aBody, bBody }: FormCounts,
  titlesAlike: () => number,
): boolean {
  return (
    shared >= LIMITS.namedAll * (a + b - shared) &&
    sharedBody >= LIMITS.namedBodyCount &&
    sharedBody >= LIMITS.namedBody * Math.min(aBody, bBody) &&
    titlesAlike() >= LIMITS.named
  );
}

/** Likeness of two titles from 0 to 1 (pairs of characters in common); 1 only for one matter. */
export function titleLikeness(a: string, b: string): number {
  const [matterA, matterB] = [matterOf(normalText(a)), matterOf(normalText(b))];
  return matterA === matterB ? 1 : Math.min(pairLikeness(matterA, matterB), 0.99);
}
