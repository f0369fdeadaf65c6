import { labelParts } from "../field/label-parts.ts";
import { type ElementKey, elementOfKey } from "./element.ts";
import { apartKey } from "./element-key.ts";

/** One side of an answer: the label as it was shown, the title of the form when only that form is meant, and the key it was read as. */
export type AliasSide = { label: string; form: string | null; key: string };

/** What a person answered about two elements, to be asked no more. Answers that were undone are not passed on. */
export type ElementAlias = { a: AliasSide; b: AliasSide; answer: "same" | "different"; decidedBy: string };

/** The element that people made of one that was read, by the label and the title of the form where it stands. */
export type AliasResolver = (element: ElementKey, label: string, title: string) => ElementKey;

/**
 * What all answers together make of an element; they come oldest first. “same” unites two keys: the smaller one stands for both,
 * a header only if both are. “different” on one and the same key sets side b's label apart, on its form if one is named; on two
 * unlike keys it keeps older answers from uniting them by way of others. Of two answers on one pair the latest holds.
 */
export function aliasResolver(aliases: readonly ElementAlias[]): AliasResolver {
  const { placed, united, joined, splits } = answersOf(aliases);
  if (!splits && joined.size === 0) return (element) => element;
  const header = new Map<string, boolean>();
  for (const key of joined) {
    const one = united(key);
    header.set(one, elementOfKey(key).header && (header.get(one) ?? elementOfKey(one).header));
  }
  return (element, label, title) => {
    const key = united(placed(element.key, label, title));
    const both = header.get(key);
    return both === undefined ? (key === element.key ? element : elementOfKey(key)) : { key, header: both };
  };
}

/** What all answers together say. */
type Answers = {
  /** Of answers on one pair the latest; newest first. */
  newestFirst: readonly ElementAlias[];
  /** The answer on a pair (see `pairOf`). */
  byPair: ReadonlyMap<string, ElementAlias>;
  /** The key of a label that was set apart from the others of its key; otherwise the key itself. */
  placed: (key: string, label: string, title: string) => string;
  /** The key that stands for all that were united with this one. */
  united: (key: string) => string;
  /** Keys that another one stands for. */
  joined: ReadonlySet<string>;
  /** Whether any label was set apart. */
  splits: boolean;
  /** Whether a person said something of two keys, or of two that were united with them. */
  isAnswered: (a: string, b: string) => boolean;
};

const read = new WeakMap<readonly ElementAlias[], Answers>();

/** Reads answers, oldest first. Newer ones hold; one that contradicts newer ones, also by way of others, does not. */
export function answersOf(aliases: readonly ElementAlias[]): Answers {
  let answers = read.get(aliases);
  if (!answers) {
    answers = readAnswers(aliases);
    read.set(aliases, answers);
  }
  return answers;
}

function readAnswers(aliases: readonly ElementAlias[]): Answers {
  const settled = new Set<string>();
  const newestFirst = aliases.toReversed().filter((alias) => {
    const pair = pairOf(alias);
    return !settled.has(pair) && settled.add(pair);
  });
  const apart = new Map<string, string>();
  const leader = new Map<string, string>();
  const unlike: (readonly [string, string])[] = [];
  const united = (key: string): string => {
    let at = key;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    return at;
  };
  for (const { a, b, answer } of newestFirst) {
    if (a.key === b.key) {
      if (answer === "different") apart.set(sideKey(b), setApart(b));
      continue;
    }
    const [one, other] = [united(a.key), united(b.key)].sort() as [string, string];
    if (one === other) continue;
    if (answer === "different") unlike.push([one, other]);
    else if (!unlike.some(([x, y]) => bothOf(united(x), united(y)) === bothOf(one, other))) leader.set(other, one);
  }
  const placed = (key: string, label: string, title: string) =>
    apart.get(sideKey({ key, label, form: title })) ?? apart.get(sideKey({ key, label, form: null })) ?? key;
  const answered = new Set(
    newestFirst.map(({ a, b }) => {
      const other = a.key === b.key ? apart.get(sideKey(b)) : undefined;
      return bothOf(united(a.key), united(other ?? b.key));
    }),
  );
  return {
    newestFirst,
    byPair: new Map(newestFirst.map((alias) => [pairOf(alias), alias])),
    placed: apart.size === 0 ? (key) => key : placed,
    united,
    joined: new Set(leader.keys()),
    splits: apart.size > 0,
    isAnswered: (a, b) => answered.has(bothOf(united(a), united(b))),
  };
}

/** What tells one pair from another: the two keys, and on one key the two labels. */
export function pairOf({ a, b }: Pick<ElementAlias, "a" | "b">): string {
  return a.key === b.key ? bothOf(sideKey(a), sideKey(b)) : bothOf(a.key, b.key);
}

/** The key of a side that was set apart from the others of its key. */
export function setApart({ key, label, form }: AliasSide): string {
  return apartKey(key, plainLabel(label), form);
}

function bothOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function sideKey({ key, label, form }: AliasSide): string {
  return `${key}\t${plainLabel(label)}\t${form ?? ""}`;
}

/** A label without its decoration: 1.手机号： and 手机号 are one. */
function plainLabel(label: string): string {
  const { main, sections, asides, ordinal } = labelParts(label);
  return [...sections, main, ...asides, ...(ordinal === null ? [] : [ordinal])].join("/");
}
