import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildAutomaton, findPhrases } from "#lib/scan/automaton.ts";

const letters = fc.constantFrom(..."不得打卡签到");
const word = fc.string({ unit: letters, minLength: 1, maxLength: 5 });

/** Every occurrence of every phrase, found the slow way. */
function byIndexOf(phrases: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (const [index, phrase] of phrases.entries())
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      found.push(`${index} ${at + phrase.length}`);
  return found.sort();
}

describe("findPhrases(automaton, text)", () => {
  test("finds what a search for each phrase finds, overlaps and all", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.oneof(letters, fc.constantFrom("，", "x")), maxLength: 60 }),
        (phrases, text) => {
          const { phrases: found, ends, length } = findPhrases(buildAutomaton(phrases), text);
          const ours = Array.from({ length }, (_, index) => `${found[index]} ${ends[index]}`);
          expect(ours.sort()).toEqual(byIndexOf(phrases, text));
        },
      ),
    );
  });

  test("tells occurrences by rising end, the longer first", () => {
    const { phrases, length } = findPhrases(buildAutomaton(["得", "不得", "不得不"]), "不得不");
    expect(Array.from(phrases.subarray(0, length))).toEqual([1, 0, 2]);
  });
});
