import { normalise } from "../../text/normalise.ts";
import { matterOf } from "../field/form-subject.ts";
import type { FormRelation } from "../vocabulary.ts";
import { type FormReading, type FormText, readForm } from "./read-form.ts";

/** How two forms relate, with the counts that it follows from. */
export type FormComparison = {
  relation: FormRelation;
  because: string;
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
  bothBody: 0.2,
  bothBodyCount: 3,
  /** The smaller form asks next to nothing that the larger does not. */
  covered: 0.85,
  coveredCount: 8,
  coveredBody: 0.66,
  coveredBodyCount: 4,
};

/** Compares two forms by their elements and titles. Symmetric up to the order of a and b. */
export function compareForms(a: FormText, b: FormText): FormComparison {
  return compareFormReadings(readForm(a), readForm(b));
}

export function compareFormReadings(a: FormReading, b: FormReading): FormComparison {
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
  const relation = relate(counts, () => titleLikeness(a.title, b.title));
  return {
    relation,
    because: describe(relation, counts),
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
  if (isWordedAlike(counts) || isAlikeInBoth(counts) || isCovered(counts)) return "same_template";
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

/** Likeness of two titles from 0 to 1 (pairs of characters in common); 1 only for one matter. */
export function titleLikeness(a: string, b: string): number {
  const [matterA, matterB] = [matterOf(normalise(a).text), matterOf(normalise(b).text)];
  if (matterA === matterB) return 1;
  const [pairsA, pairsB] = [pairsOf(matterA), pairsOf(matterB)];
  const common = [...pairsA].filter((pair) => pairsB.has(pair)).length;
  const union = pairsA.size + pairsB.size - common;
  return union === 0 ? 0 : Math.min(common / union, 0.99);
}

function pairsOf(text: string): Set<string> {
  return new Set([...text].slice(1).map((unit, at) => `${text[at]}${unit}`));
}

function describe(relation: FormRelation, { shared, a, b, sharedBody, aBody, bBody, wordings }: FormCounts): string {
  const worded = wordings === null ? "" : `；问法 ${wordings.shared} 处相同（各 ${wordings.a} 处、${wordings.b} 处）`;
  const counts = `${shared} 项相同（两表各 ${a} 项、${b} 项），除各表都有的基本信息外 ${sharedBody} 项相同（各 ${aBody} 项、${bBody} 项）${worded}`;
  switch (relation) {
    case "duplicate":
      return `同一张表重复印发：${counts}`;
    case "same_template":
      return `同一套模板以两个名称印发：${counts}`;
    case "partial":
      return `内容部分重复：${counts}`;
    case "header_only":
      return `只有各表都有的基本信息重复：${counts}`;
    case "different":
      return `内容不同：${counts}`;
  }
}
