import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/denied-shared-data.ts";
import { form, judge } from "../facts.ts";

describe("denied-shared-data", () => {
  const overlap = (asked: number, shared: number) => ({
    portfolio: {
      fieldOverlap: {
        asked,
        shared: Array.from({ length: shared }, (_, index) => ({
          label: `字段${index}`,
          element: `字段${index}`,
          isHeader: false,
          count: 1,
          examples: [{ id: "b", name: "居民月报", label: "另一种叫法" }],
        })),
      },
    },
  });

  test("is hit where 无 is declared and other forms ask for more than half, more than three", () => {
    expect(judge(rule, form({ sharedSource: "无" }, overlap(7, 4)))).toMatchObject({
      is: "hit",
      evidence: [
        { value: "无", source: "台账申报" },
        { value: "7 项数据中 4 项（57.1%）" },
        { value: "“居民月报”（叫“另一种叫法”）" },
        {},
        {},
        {},
      ],
    });
  });

  test("is clear at the limit of the share, and at that of the fields", () => {
    expect(judge(rule, form({ sharedSource: "无" }, overlap(8, 4))).is).toBe("clear");
    expect(judge(rule, form({ sharedSource: "无" }, overlap(4, 3))).is).toBe("clear");
  });

  test("is unknown without fields", () => {
    expect(judge(rule, form({ sharedSource: "无" }))).toEqual({ is: "unknown", missing: ["表单字段"] });
  });

  test("is not applicable where nothing was denied, or nothing is asked", () => {
    expect(judge(rule, form({}, overlap(7, 4))).is).toBe("not_applicable");
    expect(judge(rule, form({ sharedSource: "公安局" }, overlap(7, 4))).is).toBe("not_applicable");
    const fields = [{ position: 1, label: "序号", technical: false, element: null }];
    expect(judge(rule, form({ sharedSource: "无" }, { fields })).is).toBe("not_applicable");
  });
});
