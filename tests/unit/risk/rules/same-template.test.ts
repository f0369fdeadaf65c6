import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/same-template.ts";
import { form, judge } from "../facts.ts";

describe("same-template", () => {
  test("is hit by a form that is the same by another name, and says how much the two have in common", () => {
    const other = { id: "b", name: "乙表", relation: "same_template" as const, shared: 8, asked: 10, wordings: 6 };
    expect(
      judge(rule, form({}, { portfolio: { sameTemplate: { asked: 9, count: 1, examples: [other] } } })),
    ).toMatchObject({
      is: "hit",
      evidence: [
        { value: "1 张（本表收集 9 项数据）" },
        { label: "“乙表”", value: "同一模板：8 项数据相同（该表共 10 项），除基本信息外 6 处问法相同" },
      ],
    });
  });

  test("is clear without one", () => {
    expect(judge(rule, form({}, { portfolio: { sameTemplate: { asked: 9, count: 0, examples: [] } } })).is).toBe(
      "clear",
    );
  });

  test("is unknown without fields, and while nobody has read what they ask for", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["表单字段"] });
    expect(judge(rule, form({}, { portfolio: { isUnread: true } }))).toMatchObject({ missing: ["字段的数据项识别"] });
  });

  test("is not applicable to a form that asks for no data", () => {
    const fields = [{ position: 1, label: "备注", technical: false, element: null }];
    expect(judge(rule, form({}, { fields })).is).toBe("not_applicable");
  });
});
