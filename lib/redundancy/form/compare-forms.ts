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
  /** How many wordings of what they ask of their own both have, and each has; null where they were not read. */
  wordings: { shared: number; a: number; b: number } | null;
  sharedLabels: readonly string[];
};

/** Shares of which the answer is made; counts are kept beside so that any other can be applied to them. */
const LIMITS = {
  /** One title, and about this much in common. */
  titled: 0.35,
  nearTitle: 0.6,
  partial: 0.3,
  header: 0.3,
};

/**
 * From where on what two forms ask of their own and how they word it, each as the share of what both have of all there is, make them
 * one template: both added up, and the larger one. Neither would do alone; on 344 labelled pairs nothing finer was better.
 */
export const TEMPLATE_SHARES = { sum: 0.58, larger: 0.36 };
/**
 * Below so many data of their own in common, shares of them say little: half of the wordings must be the same, and more than one of
 * them or half of everything that the two ask.
 */
const FEW = 3;
const HALF = 0.5;

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
  const all = shareOf(shared, a, b);
  if (all >= LIMITS.titled) {
    const titles = titlesAlike();
    if (titles === 1 || (all === 1 && titles >= LIMITS.nearTitle)) return "duplicate";
  }
  if (isOneTemplate(counts)) return "same_template";
  if (sharedBody > 1 && sharedBody / Math.min(aBody, bBody) >= LIMITS.partial) return "partial";
  return shared > 0 && shared / Math.min(a, b) >= LIMITS.header ? "header_only" : "different";
}

/** Whether what two forms ask of their own, and how they word it, is one template's; not told where wordings are not known. */
function isOneTemplate({ shared, a, b, sharedBody, aBody, bBody, wordings }: FormCounts): boolean {
  if (wordings === null) return false;
  const own = shareOf(sharedBody, aBody, bBody);
  const worded = shareOf(wordings.shared, wordings.a, wordings.b);
  // Two rounded shares may add up to a hair less than they are.
  const isAlike = own + worded > TEMPLATE_SHARES.sum - 1e-9 && Math.max(own, worded) >= TEMPLATE_SHARES.larger;
  if (sharedBody >= FEW || !isAlike) return isAlike;
  return worded >= HALF && (wordings.shared > 1 || shareOf(shared, a, b) >= HALF);
}

/** What two sets have in common, of all there is in both. */
function shareOf(shared: number, a: number, b: number): number {
  return shared === 0 ? 0 : shared / (a + b - shared);
}

/** Likeness of two titles from 0 to 1 (pairs of characters in common); 1 only for one matter. */
export function titleLikeness(a: string, b: string): number {
  const [matterA, matterB] = [matterOf(normalText(a)), matterOf(normalText(b))];
  return matterA === matterB ? 1 : Math.min(pairLikeness(matterA, matterB), 0.99);
}
