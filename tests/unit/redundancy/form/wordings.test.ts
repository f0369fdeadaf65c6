import { describe, expect, it } from "vitest";
import { compareForms, relate } from "#lib/redundancy/form/compare-forms.ts";
import { wordingNumbers, wordingsOf } from "#lib/redundancy/form/wordings.ts";

describe("wordingsOf(title, labels)", () => {
  it("leaves out what only the form's own title names", () => {
    expect([...wordingsOf("护照管理登记表", ["护照号", "保管人"])]).toEqual(["号", "保管人"]);
  });

  it("keeps a label that is nothing but the title's words", () => {
    expect([...wordingsOf("护照登记表", ["护照"])]).toEqual(["护照"]);
  });

  it("takes numbering and brackets of units for no part of the words", () => {
    expect([...wordingsOf("台账", ["1. 金额（元）", "金额"])]).toEqual(["金额"]);
  });

  it("gives the same numbers in whatever order the words come", () => {
    expect(wordingNumbers(["号", "保管人"])).toEqual(wordingNumbers(["保管人", "号"]));
    expect(wordingNumbers(["号", "号"])).toHaveLength(1);
  });
});

describe("one template under two names", () => {
  it("is found where every datum is of another kind of people", () => {
    const labels = (of: string) => [
      ...["名称", "代码", "地址", "证号", "开始日期", "结束日期"].map((label) => `${of}${label}`),
      "经办人联系电话",
    ];
    const shops = compareForms(
      { title: "网吧检查记录表", labels: labels("网吧") },
      { title: "茶馆检查记录表", labels: labels("茶馆") },
    );
    expect(shops).toMatchObject({ relation: "same_template", wordings: { shared: 7, a: 7, b: 7 } });
  });

  /** Two forms of which this share of 100 own elements, and of 100 wordings, is in both. */
  const alike = (own: number, worded: number) => ({
    shared: own,
    a: 100,
    b: own,
    sharedBody: own,
    aBody: 100,
    bBody: own,
    wordings: { shared: worded, a: 100, b: worded },
  });
  const isTemplate = (own: number, worded: number) => relate(alike(own, worded), () => 0) === "same_template";

  it("is told when the shares of own content and of wordings add up to 74 %, and not below", () => {
    expect([isTemplate(30, 44), isTemplate(30, 43)]).toEqual([true, false]);
    expect([isTemplate(72, 2), isTemplate(72, 1)]).toEqual([true, false]);
    expect([isTemplate(1, 73), isTemplate(1, 72)]).toEqual([true, false]);
  });

  it("is not told from words that only stand for what every form asks", () => {
    const headers = { shared: 6, a: 7, b: 7, sharedBody: 0, aBody: 1, bBody: 1 };
    expect(relate({ ...headers, wordings: { shared: 6, a: 7, b: 7 } }, () => 0)).toBe("header_only");
    expect(relate({ ...headers, wordings: { shared: 7, a: 7, b: 7 } }, () => 0)).toBe("same_template");
  });

  it("is not told from one or two data in common that are worded unlike", () => {
    const one = { shared: 6, a: 12, b: 12, sharedBody: 1, aBody: 1, bBody: 1 };
    expect(relate({ ...one, wordings: { shared: 3, a: 12, b: 13 } }, () => 0)).toBe("header_only");
    expect(relate({ ...one, wordings: { shared: 8, a: 12, b: 12 } }, () => 0)).toBe("same_template");
  });

  it("is told from own content alone where wordings are not known", () => {
    expect(relate({ ...alike(37, 0), wordings: null }, () => 0)).toBe("same_template");
    expect(relate({ ...alike(36, 0), wordings: null }, () => 0)).toBe("partial");
  });
});
