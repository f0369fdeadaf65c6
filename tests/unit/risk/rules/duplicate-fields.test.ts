import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/duplicate-fields.ts";
import { form, judge } from "../facts.ts";

describe("duplicate-fields", () => {
  test("is hit at half of the fields, the most often asked first", () => {
    expect(
      judge(
        rule,
        form(
          {},
          {
            portfolio: {
              fieldOverlap: {
                asked: 8,
                shared: Array.from({ length: 4 }, (_, i) => ({
                  label: `字段${i}`,
                  count: i + 1,
                  examples: [{ id: "b", name: "乙表" }],
                })),
              },
            },
          },
        ),
      ),
    ).toMatchObject({
      is: "hit",
      severity: 0.5,
      evidence: [
        { value: "8 个字段中 4 个（50%）其他报表也在收集" },
        { label: "“字段3”", value: "另有 4 张报表收集，如“乙表”" },
        {},
        {},
        {},
      ],
    });
  });

  test("is clear below half", () => {
    expect(
      judge(
        rule,
        form(
          {},
          {
            portfolio: {
              fieldOverlap: {
                asked: 9,
                shared: Array.from({ length: 4 }, (_, i) => ({
                  label: `字段${i}`,
                  count: i + 1,
                  examples: [{ id: "b", name: "乙表" }],
                })),
              },
            },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is clear with two fields, which meet by chance", () => {
    expect(
      judge(
        rule,
        form(
          {},
          {
            portfolio: {
              fieldOverlap: {
                asked: 2,
                shared: Array.from({ length: 2 }, (_, i) => ({
                  label: `字段${i}`,
                  count: i + 1,
                  examples: [{ id: "b", name: "乙表" }],
                })),
              },
            },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit from three fields on", () => {
    expect(
      judge(
        rule,
        form(
          {},
          {
            portfolio: {
              fieldOverlap: {
                asked: 3,
                shared: Array.from({ length: 3 }, (_, i) => ({
                  label: `字段${i}`,
                  count: i + 1,
                  examples: [{ id: "b", name: "乙表" }],
                })),
              },
            },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is unknown without fields", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["表单字段"] });
  });

  test("is not applicable to a form that asks for no data", () => {
    expect(judge(rule, form({}, { fields: [{ position: 1, label: "备注", technical: false }] })).is).toBe(
      "not_applicable",
    );
  });
});
