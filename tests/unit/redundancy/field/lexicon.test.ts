import { describe, expect, test } from "vitest";
import { lexicon } from "#lib/redundancy/field/lexicon/index.ts";
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
      ...Object.entries(SILENT_QUALIFIERS).flatMap(([name, heads]) => [name, ...heads]),
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
