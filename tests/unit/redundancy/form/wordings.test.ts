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

  const few = { shared: 2, a: 4, b: 4, sharedBody: 2, aBody: 4, bBody: 4, wordings: { shared: 4, a: 4, b: 4 } };
  it("is not told from four like words alone, when half of the data are others", () => {
    expect(relate(few, () => 0)).toBe("partial");
  });

  it("is told from four like words when more than half of the data are the same", () => {
    expect(relate({ ...few, shared: 3, sharedBody: 1, aBody: 2, bBody: 2 }, () => 0)).toBe("same_template");
  });

  it("is told at two thirds of like words, and not below", () => {
    const like = { shared: 1, a: 12, b: 12, sharedBody: 1, aBody: 12, bBody: 12 };
    expect(relate({ ...like, wordings: { shared: 8, a: 10, b: 10 } }, () => 0)).toBe("same_template");
    expect(relate({ ...like, wordings: { shared: 7, a: 10, b: 10 } }, () => 0)).toBe("different");
  });
});

describe("a form that another one covers", () => {
  const covered = { shared: 9, a: 10, b: 30, sharedBody: 6, aBody: 8, bBody: 25, wordings: null };
  it("counts as the same template, however large the other one is", () => {
    expect(relate(covered, () => 0)).toBe("same_template");
  });

  it("does not when what is covered is what every form asks", () => {
    expect(relate({ ...covered, sharedBody: 3, aBody: 4, bBody: 25 }, () => 0)).toBe("partial");
  });
});
