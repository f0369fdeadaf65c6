import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lexicon } from "#lib/redundancy/field/lexicon/index.ts";
import { type Trie, trieOf } from "#lib/redundancy/field/lexicon/trie.ts";
import {
  FILING_ACTS,
  LIFE_ACTS,
  PAPER_ACTS,
  SAME_HEADS,
  SAME_QUALIFIERS,
  SILENT_QUALIFIERS,
  UNCLEAR_HEADS,
} from "#lib/redundancy/field/relations.ts";
import { segment } from "#lib/redundancy/field/segment.ts";

describe("the lexicon of field labels", () => {
  test("gives every word one sense (it does not build otherwise) and knows the language of forms", () => {
    expect(lexicon().size).toBeGreaterThan(2500);
  });

  test("is where the relations take their names from", () => {
    const names = [
      ...SAME_HEADS.flatMap(([a, b, _why]) => [a, b]),
      ...SAME_QUALIFIERS.flatMap(([a, b, _why]) => [a, b]),
      ...UNCLEAR_HEADS.flat(),
      ...[...SILENT_QUALIFIERS].flatMap(([name, heads]) => [name, ...heads]),
      ...LIFE_ACTS,
      ...FILING_ACTS,
      ...PAPER_ACTS,
    ];
    expect(names.filter((name) => !lexicon().conceptNamed.has(name))).toEqual([]);
  });
});

describe("segment(text)", () => {
  const words = (text: string) => segment(text).map(({ text: word, entry }) => (entry ? word : `?${word}`));

  test("leaves as few characters unknown as can be, then takes as few words as can be", () => {
    expect(words("户籍地址邮编")).toEqual(["户籍地址", "邮编"]);
    expect(words("团组织负责人职务")).toEqual(["团组织", "负责人", "职务"]);
  });

  test("keeps unknown characters together", () => {
    expect(words("鲲鹏姓名")).toEqual(["?鲲鹏", "姓名"]);
  });

  test("puts together again what it was given", () => {
    for (const text of ["", "号", "家庭成员与户主关系", "A型xyz面积"])
      expect(
        segment(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
  });
});

describe("trieOf(words)", () => {
  test("knows exactly the words that it was built of", () => {
    const word = fc.string({ unit: fc.constantFrom("户", "籍", "地", "址", "a"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word), (words, others) => {
        const trie = trieOf(words);
        for (const text of [...words, ...others]) expect(placeOf(trie, text)).toBe(words.indexOf(text));
      }),
    );
  });
});

function placeOf({ first, units, children, wordAt }: Trie, text: string): number {
  let node = first[text.charCodeAt(0)] as number;
  for (let at = 1; at < text.length && node !== 0; at++) {
    const [next, last] = [children[node] as number, children[node + 1] as number];
    const step = units.subarray(next, last).indexOf(text.charCodeAt(at));
    node = step < 0 ? 0 : next + step;
  }
  return node === 0 ? -1 : (wordAt[node] as number);
}
