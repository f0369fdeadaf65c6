import { describe, expect, it } from "vitest";
import { compareForms, relate } from "#lib/redundancy/form/compare-forms.ts";
import { wordingNumbers, wordingsOf } from "#lib/redundancy/form/wordings.ts";

describe("wordingsOf(title, fields)", () => {
  const own = (...labels: string[]) => labels.map((label) => ({ label, element: { header: false } }));

  it("leaves out what only the form's own title names", () => {
    expect([...wordingsOf("护照管理登记表", own("护照号", "保管人"))]).toEqual(["号", "保管人"]);
  });

  it("keeps a label that is nothing but the title's words", () => {
    expect([...wordingsOf("护照登记表", own("护照"))]).toEqual(["护照"]);
  });

  it("takes numbering and brackets of units for no part of the words", () => {
    expect([...wordingsOf("台账", own("1. 金额（元）", "金额"))]).toEqual(["金额"]);
  });

  it("leaves out what every form asks, and what asks for no datum: they are worded alike everywhere", () => {
    const fields = [
      { label: "姓名", element: { header: true } },
      { label: "备注", element: null },
    ];
    expect([...wordingsOf("台账", [...fields, ...own("亩数")])]).toEqual(["亩数"]);
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
    expect(shops).toMatchObject({ relation: "same_template", sharedBody: 0, wordings: { shared: 6, a: 6, b: 6 } });
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

  it("is told when the shares of own content and of wordings add up to 58 %, and not below", () => {
    expect([isTemplate(38, 20), isTemplate(38, 19)]).toEqual([true, false]);
    expect([isTemplate(56, 2), isTemplate(56, 1)]).toEqual([true, false]);
    expect([isTemplate(3, 55), isTemplate(3, 54)]).toEqual([true, false]);
  });

  it("is told only where one of the two shares is 36 %", () => {
    expect([isTemplate(36, 30), isTemplate(30, 36), isTemplate(35, 35)]).toEqual([true, true, false]);
  });

  /** Two forms with this much own content in common, of six each, and so many of their wordings. */
  const few = (sharedBody: number, wordings: { shared: number; a: number; b: number }) =>
    relate({ shared: sharedBody + 4, a: 10, b: 10, sharedBody, aBody: 6, bBody: 6, wordings }, () => 0);

  it("is not told from one or two data in common unless half of the wordings are the same", () => {
    const most = { shared: 5, a: 6, b: 6 };
    expect([few(1, most), few(0, most)]).toEqual(["same_template", "same_template"]);
    const half = { shared: 3, a: 4, b: 5 };
    expect([few(2, half), few(2, { ...half, b: 6 })]).toEqual(["same_template", "partial"]);
  });

  it("is told from one wording only where half of everything is the same", () => {
    const one = { aBody: 1, bBody: 1, sharedBody: 0, wordings: { shared: 1, a: 1, b: 1 } };
    expect(relate({ ...one, shared: 4, a: 6, b: 6 }, () => 0)).toBe("same_template");
    expect(relate({ ...one, shared: 3, a: 6, b: 6 }, () => 0)).toBe("header_only");
  });

  it("is not told where wordings are not known", () => {
    expect(relate({ ...alike(90, 90), wordings: null }, () => 0)).toBe("partial");
  });
});
