import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/same-template.ts";
import { form, judge } from "../facts.ts";

describe("same-template", () => {
  test("is hit by a form with the same fields", () => {
    expect(
      judge(rule, form({}, { portfolio: { sameTemplate: { count: 1, examples: [{ id: "b", name: "乙表" }] } } })),
    ).toMatchObject({ is: "hit", evidence: [{ value: "1 张，另有“乙表”" }] });
  });

  test("is clear without one", () => {
    expect(judge(rule, form({}, { portfolio: { sameTemplate: { count: 0, examples: [] } } })).is).toBe("clear");
  });

  test("is unknown without fields", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["表单字段"] });
  });
});
