import type { AssetKind } from "../../asset/vocabulary.ts";

/** The kinds of items that are compared: forms by what they ask, apps by what they do. */
export const COMPARED_KINDS = ["form", "app"] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

export function isCompared(kind: AssetKind): kind is ComparedKind {
  return (COMPARED_KINDS as readonly AssetKind[]).includes(kind);
}

/** A running item as the sets that it is compared by. Sets are numbers, ascending, each once. */
export type ItemSet = {
  regionCode: string;
  id: string;
  kind: ComparedKind;
  name: string;
  /** Who fills it in; null is unknown, and meets everybody. */
  respondent: string | null;
  /** Numbers of its elements: data items of a form, functions and matters of an app. */
  members: Uint32Array;
  /** Those of them that are no header. */
  own: Uint32Array;
  /** Of an app: its text as pairs of characters; of a form: how it words what it asks of its own (`form/wordings.ts`); null for none. */
  words: Uint32Array | null;
};

/** Whether two states of an item are the same to whatever it is compared with. */
export function isSameSet(a: ItemSet, b: ItemSet): boolean {
  return (
    a.regionCode === b.regionCode &&
    a.kind === b.kind &&
    a.name === b.name &&
    a.respondent === b.respondent &&
    areSame(a.members, b.members) &&
    areSame(a.own, b.own) &&
    (a.words === b.words || (a.words !== null && b.words !== null && areSame(a.words, b.words)))
  );
}

const areSame = (a: Uint32Array, b: Uint32Array) => a.length === b.length && a.every((number, at) => number === b[at]);

/** An element by its number, and whether it is a header. */
export type NumberedElement = { number: number; header: boolean };

/** The elements of an item as sets: all of them, and those that are no header. */
export function membersOf(elements: readonly (NumberedElement | null)[]): Pick<ItemSet, "members" | "own"> {
  const known = elements.filter((element) => element !== null);
  return {
    members: asSet(known.map(({ number }) => number)),
    own: asSet(known.filter(({ header }) => !header).map(({ number }) => number)),
  };
}

/** Numbers as a set: ascending, each once. */
export function asSet(numbers: Iterable<number>): Uint32Array {
  return Uint32Array.from(new Set(numbers)).sort();
}
