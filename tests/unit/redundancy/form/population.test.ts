import { describe, expect, it } from "vitest";
import { POPULATIONS } from "#lib/redundancy/field/lexicon/populations.ts";
import { populationNamed } from "#lib/redundancy/form/population.ts";

describe("populationNamed(text)", () => {
  it.each([
    ["高龄津贴申领登记表", "老年人"],
    ["80岁以上老人", "老年人"],
    ["残疾儿童康复救助登记表", "儿童、残疾人"],
    ["法律明白人花名册", "法律明白人"],
    ["实有人口信息采集表", null],
  ])("%s is about %s", (title, people) => {
    expect(populationNamed(title)).toBe(people);
  });

  it("takes no word for two groups", () => {
    const words = POPULATIONS.trim().split(/\s+/);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
