import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/two-frequencies.ts";
import { form, judge } from "../facts.ts";

describe("two-frequencies", () => {
  const twins = (count: number) => ({
    portfolio: { slowerTwins: { count, examples: count > 0 ? [{ id: "b", name: "居民年报", timesPerYear: 1 }] : [] } },
  });

  test("is hit by a form with the same fields that is asked for less often, and names both frequencies", () => {
    expect(judge(rule, form({ frequency: "monthly" }, twins(1)))).toMatchObject({
      is: "hit",
      evidence: [{ value: "1 张：“居民年报”每年 1 次（本表每年 12 次）" }],
    });
  });

  test("is clear without one", () => {
    expect(judge(rule, form({ frequency: "monthly" }, twins(0))).is).toBe("clear");
  });

  test("is unknown without a frequency, without a number of times, or without fields", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["填报频率"] });
    expect(judge(rule, form({ frequency: "on_demand" }))).toEqual({ is: "unknown", missing: ["年次数"] });
    expect(judge(rule, form({ frequency: "monthly" }))).toEqual({ is: "unknown", missing: ["表单字段"] });
  });

  test("is not applicable to a statutory form", () => {
    expect(judge(rule, form({ frequency: "monthly", isStatutory: true }, twins(1))).is).toBe("not_applicable");
  });
});
