import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/oversized-form.ts";
import { form, judge } from "../facts.ts";

describe("oversized-form", () => {
  const asking = (count: number, technical = 0) =>
    form(
      {},
      {
        fields: Array.from({ length: count + technical }, (_, position) => ({
          position,
          label: `指标甲${position}`,
          technical: position >= count,
          element: null,
        })),
      },
    );

  test("is hit beyond the limit", () => {
    expect(judge(rule, asking(31))).toMatchObject({ is: "hit", evidence: [{ value: "31 项" }] });
  });

  test("is clear at the limit, and does not count technical columns", () => {
    expect(judge(rule, asking(30, 5)).is).toBe("clear");
  });

  test("is unknown without fields", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["表单字段"] });
  });
});
