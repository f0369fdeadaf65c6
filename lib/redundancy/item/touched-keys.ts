import { type ElementAlias, setApart } from "../element/alias.ts";

/**
 * The keys of elements that may be read otherwise with an answer than without it: its own two, all that other answers unite with
 * them, and the labels that answers set apart from any of these.
 */
export function touchedKeys(answer: ElementAlias, others: readonly ElementAlias[]): string[] {
  const answers = [answer, ...others];
  const keys = new Set([answer.a.key, answer.b.key]);
  for (let before = 0; before < keys.size; ) {
    before = keys.size;
    for (const { a, b, answer: told } of answers) {
      if (told === "same" && (keys.has(a.key) || keys.has(b.key))) keys.add(a.key).add(b.key);
      if (told === "different" && a.key === b.key && keys.has(b.key)) keys.add(setApart(b));
    }
  }
  return [...keys];
}
