import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/flat-usage.ts";
import { app, judge, monthsOfUse } from "../facts.ts";

describe("flat-usage", () => {
  const months = (...active: (number | null)[]) => ({
    demands: ["usage_assessment"] as const,
    usage: monthsOfUse(active.map((activeUsers) => ({ activeUsers }))),
  });

  test("is hit by six months that are all but the same", () => {
    expect(judge(rule, app({}, months(1000, 1000, 991, 1000, 995, 1000)))).toMatchObject({
      is: "hit",
      evidence: [{ value: "991 至 1,000 人，相差 0.9%" }, { quote: "原文" }],
    });
  });

  test("is clear at the limit", () => {
    expect(judge(rule, app({}, months(1000, 1000, 990, 1000, 995, 1000))).is).toBe("clear");
  });

  test("is unknown with a month missing", () => {
    expect(judge(rule, app({}, months(1000, null, 1000, 1000, 1000, 1000)))).toEqual({
      is: "unknown",
      missing: ["近 6 个月活跃用户数"],
    });
  });

  test("is not applicable to a handful of people, the limit included", () => {
    expect(judge(rule, app({}, months(30, 30, 30, 30, 30, 30))).is).toBe("not_applicable");
    expect(judge(rule, app({}, months(31, 31, 31, 31, 31, 31))).is).toBe("hit");
  });

  test("is not applicable where nobody is made to use it", () => {
    const { usage } = months(1000, 1000, 1000, 1000, 1000, 1000);
    expect(judge(rule, app({}, { usage })).is).toBe("not_applicable");
  });
});
