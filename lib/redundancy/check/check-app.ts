import { type AppEvidence, appEvidence } from "../app/evidence.ts";
import { type AppText, appElements, appWords } from "../item/app-elements.ts";
import { countShared, mayMeet, overlapOf } from "../item/item-overlap.ts";
import { asSet, type ItemSet } from "../item/item-set.ts";
import { DRAFT_ID, type Holder, havingOf, holderOf, keyNumbers, NAMED } from "./known.ts";

/** An app that is about to be submitted. */
export type AppDraft = AppText & { regionCode: string };

export type AppLikeness = Holder & {
  /** What the functions and what the words say, each for itself. */
  evidence: AppEvidence;
  shared: number;
  ofDraft: number;
  ofOther: number;
  sharedFunctions: string[];
  /** Pairs of characters of name and purpose that both have, and that either has; null where one has no text. */
  words: { shared: number; all: number } | null;
};

export type FunctionCheck = { label: string; hadBy: number; named: Holder[] };

export type AppCheck = {
  kind: "app";
  likes: AppLikeness[];
  functions: FunctionCheck[];
  counts: { functions: number; had: number };
  compared: number;
};

/** Which apps do what a draft is to do: functions and matters are one kind of evidence, name and purpose another. */
export function checkApp(
  draft: AppDraft,
  others: readonly ItemSet[],
  { numbers }: { numbers: ReadonlyMap<string, number> },
): AppCheck {
  const entries = [
    ...(draft.functions ?? []).map((label) => ({ label, element: appElements({ name: "", functions: [label] })[0] })),
    ...(draft.matters ?? []).map((label) => ({ label, element: appElements({ name: "", matters: [label] })[0] })),
  ].flatMap(({ label, element }) => (element === undefined ? [] : [{ label, key: element.key }]));
  const numberOf = keyNumbers(numbers);
  const labelOf = new Map<number, string>();
  for (const { label, key } of entries) if (!labelOf.has(numberOf(key))) labelOf.set(numberOf(key), label);
  const members = asSet(labelOf.keys());
  const set: ItemSet = {
    regionCode: draft.regionCode,
    id: DRAFT_ID,
    kind: "app",
    name: draft.name,
    respondent: null,
    members,
    own: members,
    words: appWords(draft),
  };
  const met = others.filter((other) => mayMeet(set, other));
  const having = havingOf(members, met);
  const functions = [...labelOf].map(([number, label]): FunctionCheck => {
    const by = having.get(number) ?? [];
    return { label, hadBy: by.length, named: by.slice(0, NAMED).map(holderOf) };
  });
  return {
    kind: "app",
    likes: met.flatMap((other) => likeness(set, other, labelOf)).sort(nearestFirst),
    functions,
    counts: { functions: functions.length, had: functions.filter(({ hadBy }) => hadBy > 0).length },
    compared: met.length,
  };
}

/** Whether an app is there that does the same, or whose functions a person must look at. */
export function isAppDuplicated({ likes }: Pick<AppCheck, "likes">): boolean {
  return likes.length > 0;
}

function likeness(draft: ItemSet, other: ItemSet, labelOf: ReadonlyMap<number, string>): AppLikeness[] {
  if (overlapOf(draft, other) === null) return [];
  const shared = countShared(draft.members, other.members);
  const words = wordsOf(draft.words, other.words);
  const evidence = appEvidence({
    shared,
    sizeA: draft.members.length,
    sizeB: other.members.length,
    wordsShared: words?.shared ?? null,
    wordsA: draft.words?.length ?? null,
    wordsB: other.words?.length ?? null,
  });
  if (evidence.candidate === null) return [];
  return [
    {
      ...holderOf(other),
      evidence,
      shared,
      ofDraft: draft.members.length,
      ofOther: other.members.length,
      sharedFunctions: [...other.members].flatMap((number) => labelOf.get(number) ?? []),
      words,
    },
  ];
}

function wordsOf(a: Uint32Array | null, b: Uint32Array | null): AppLikeness["words"] {
  if (a === null || b === null || a.length === 0 || b.length === 0) return null;
  const shared = countShared(a, b);
  return { shared, all: a.length + b.length - shared };
}

function nearestFirst(a: AppLikeness, b: AppLikeness): number {
  const rank = ({ evidence }: AppLikeness) => (evidence.candidate === "functions" ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    b.shared - a.shared ||
    (b.evidence.text?.jaccard ?? 0) - (a.evidence.text?.jaccard ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
