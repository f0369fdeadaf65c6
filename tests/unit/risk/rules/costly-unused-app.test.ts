import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/costly-unused-app.ts";
import { app, judge, use } from "../facts.ts";

describe("costly-unused-app", () => {
  test("is hit beyond the cost and below the use", () => {
    expect(judge(rule, app({ buildCost: 500_001, targetUsers: 100 }, { usage: use(9, 9, 9) }))).toMatchObject({
      is: "hit",
      evidence: [{ label: "建设费用" }, { value: "9%（月均 9 人 / 100 人）" }],
    });
  });

  test("is clear at the limit of the cost, whatever the use", () => {
    expect(judge(rule, app({ buildCost: 500_000 })).is).toBe("clear");
  });

  test("is clear at the limit of the use, whatever the cost", () => {
    expect(judge(rule, app({ buildCost: 9_000_000, targetUsers: 100 }, { usage: use(10, 10, 10) })).is).toBe("clear");
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(10, 10, 10) })).is).toBe("clear");
  });

  test("is unknown where the cost is not stated and few use it", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(1, 1, 1) }))).toEqual({
      is: "unknown",
      missing: ["建设费用"],
    });
  });

  test("is unknown where it cost much and use is not recorded", () => {
    expect(judge(rule, app({ buildCost: 900_000 }))).toEqual({
      is: "unknown",
      missing: ["应使用人数", "2026-06 至 2026-08 的活跃用户数"],
    });
  });
});
