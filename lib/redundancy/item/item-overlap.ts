import { areOnOneLine, regionWithin } from "../../region/region.ts";
import { relate, titleLikeness } from "../form/compare-forms.ts";
import { isContained, isSimilar, type Ratio } from "../overlap/ratio.ts";
import { type FormRelation, REPEATING_RELATIONS } from "../vocabulary.ts";
import type { ComparedKind, ItemSet } from "./item-set.ts";

/** Two items that overlap, with the counts that any measure and threshold is made of; `a` is the one of the smaller id. */
export type ItemOverlap = {
  /** The deeper of the two regions. */
  regionCode: string;
  aRegion: string;
  aId: string;
  bRegion: string;
  bId: string;
  kind: ComparedKind;
  /** Of forms only. */
  relation: FormRelation | null;
  shared: number;
  sizeA: number;
  sizeB: number;
  /** The same without headers. */
  ownShared: number;
  ownA: number;
  ownB: number;
  /** The same of the words of apps, and of the wordings of forms; null where one has none. */
  wordsShared: number | null;
  wordsA: number | null;
  wordsB: number | null;
};

/** How many members two items share. */
export type SharedCounts = { members: number; own: number; words: number };

/** From where on a pair is kept whatever its relation, so that lists can be cut anew at any higher share. */
const ALIKE: Ratio = { numerator: 3, denominator: 10 };
const CONTAINED: Ratio = { numerator: 1, denominator: 2 };
/** Forms in these relations are kept at any share. */
const TOLD: ReadonlySet<FormRelation | null> = new Set(REPEATING_RELATIONS);

/** What two items have in common; null where it is not worth keeping, or where nobody faces both. */
export function overlapOf(a: ItemSet, b: ItemSet): ItemOverlap | null {
  if (!mayMeet(a, b)) return null;
  return overlapWith(a, b, {
    members: countShared(a.members, b.members),
    own: countShared(a.own, b.own),
    words: a.words && b.words ? countShared(a.words, b.words) : 0,
  });
}

/** Whether somebody can face both: the regions lie on one line, and they are not known to be filled in by others. */
export function mayMeet(a: ItemSet, b: ItemSet): boolean {
  return (
    a.kind === b.kind &&
    (a.respondent === null || b.respondent === null || a.respondent === b.respondent) &&
    areOnOneLine(a.regionCode, b.regionCode)
  );
}

/** The same of two that may meet, when it is known how much they share. */
export function overlapWith(one: ItemSet, other: ItemSet, shared: SharedCounts): ItemOverlap | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const relation = a.kind === "form" ? relationOf(a, b, shared) : null;
  if (!TOLD.has(relation) && !isKept(a, b, shared)) return null;
  const words = a.words !== null && b.words !== null;
  return {
    regionCode: regionWithin(a.regionCode, b.regionCode) ? a.regionCode : b.regionCode,
    aRegion: a.regionCode,
    aId: a.id,
    bRegion: b.regionCode,
    bId: b.id,
    kind: a.kind,
    relation,
    shared: shared.members,
    sizeA: a.members.length,
    sizeB: b.members.length,
    ownShared: shared.own,
    ownA: a.own.length,
    ownB: b.own.length,
    wordsShared: words ? shared.words : null,
    wordsA: words ? (a.words as Uint32Array).length : null,
    wordsB: words ? (b.words as Uint32Array).length : null,
  };
}

function relationOf(a: ItemSet, b: ItemSet, { members, own, words }: SharedCounts): FormRelation {
  const counts = {
    shared: members,
    a: a.members.length,
    b: b.members.length,
    sharedBody: own,
    aBody: a.own.length,
    bBody: b.own.length,
    wordings: a.words && b.words && { shared: words, a: a.words.length, b: b.words.length },
  };
  // Titles matter only to forms that have much in common, and are dear to compare.
  return relate(counts, () => titleLikeness(a.name, b.name));
}

function isKept(a: ItemSet, b: ItemSet, { members, own, words }: SharedCounts): boolean {
  if (isAlike(members, a.members.length, b.members.length)) return true;
  if (a.kind === "form") return false;
  // The functions of an app are to be found whatever else it is compared by.
  if (isAlike(own, a.own.length, b.own.length)) return true;
  return words > 0 && isSimilar(ALIKE, words, a.words?.length ?? 0, b.words?.length ?? 0);
}

function isAlike(shared: number, sizeA: number, sizeB: number): boolean {
  return shared > 0 && (isSimilar(ALIKE, shared, sizeA, sizeB) || isContained(CONTAINED, shared, sizeA, sizeB));
}

/** How many members two ascending sets share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let atA = 0, atB = 0; atA < a.length && atB < b.length; ) {
    const [memberA, memberB] = [a[atA] as number, b[atB] as number];
    if (memberA === memberB) shared++;
    if (memberA <= memberB) atA++;
    if (memberB <= memberA) atB++;
  }
  return shared;
}
