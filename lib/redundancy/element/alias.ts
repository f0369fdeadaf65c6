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
 * What all answers together make of an element. “same” unites two keys: the smaller one stands for both, a header only if both are.
 * “different” on one and the same key sets side b's label apart, on its form if one is named. Of two answers on one pair the latest
 * holds; one that contradicts newer ones by way of others does not hold. Answers come oldest first.
 */
export function aliasResolver(aliases: readonly ElementAlias[]): AliasResolver {
  const apart = new Map<string, string>();
  const leader = new Map<string, string>();
  const unlike: (readonly [string, string])[] = [];
  const find = (key: string): string => {
    let at = key;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    return at;
  };
  for (const { a, b, answer } of standing(aliases)) {
    if (a.key === b.key) {
      if (answer === "different") apart.set(sideKey(b.key, b.label, b.form), apartKey(b.key, plain(b.label), b.form));
      continue;
    }
    const [one, other] = [find(a.key), find(b.key)].sort() as [string, string];
    if (one === other) continue;
    if (answer === "different") {
      unlike.push([one, other]);
      continue;
    }
    const forbidden = unlike.some(([x, y]) => {
      const [p, q] = [find(x), find(y)];
      return (p === one && q === other) || (p === other && q === one);
    });
    if (!forbidden) leader.set(other, one);
  }
  if (apart.size === 0 && leader.size === 0) return (element) => element;
  const header = headersOf(leader, find);
  return (element, label, title) => {
    const key =
      apart.size === 0
        ? element.key
        : (apart.get(sideKey(element.key, label, title)) ??
          apart.get(sideKey(element.key, label, null)) ??
          element.key);
    const united = find(key);
    if (united === element.key && !header.has(united)) return element;
    return { key: united, header: header.get(united) ?? elementOfKey(united).header };
  };
}

/** Of answers on one pair the latest; newest first. */
export function standing(aliases: readonly ElementAlias[]): ElementAlias[] {
  const settled = new Set<string>();
  return aliases.toReversed().filter((alias) => {
    const pair = pairOf(alias);
    return !settled.has(pair) && settled.add(pair);
  });
}

/** What tells one pair from another: the two keys, and on one key the two labels. */
export function pairOf({ a, b }: Pick<ElementAlias, "a" | "b">): string {
  if (a.key !== b.key) return [a.key, b.key].sort().join("\n");
  return [sideKey(a.key, a.label, a.form), sideKey(b.key, b.label, b.form)].sort().join("\n");
}

/** A label without its decoration: 1.手机号： and 手机号 are one. */
export function plain(label: string): string {
  const { main, sections, asides, ordinal } = labelParts(label);
  return [...sections, main, ...asides, ...(ordinal === null ? [] : [ordinal])].join("/");
}

function sideKey(key: string, label: string, form: string | null): string {
  return `${key}\t${plain(label)}\t${form ?? ""}`;
}

/** Whether a group of united keys is a header: only if all of it are. */
function headersOf(leader: ReadonlyMap<string, string>, find: (key: string) => string): Map<string, boolean> {
  const header = new Map<string, boolean>();
  for (const key of leader.keys()) {
    const head = find(key);
    const both = elementOfKey(key).header && (header.get(head) ?? elementOfKey(head).header);
    header.set(head, both);
  }
  return header;
}
