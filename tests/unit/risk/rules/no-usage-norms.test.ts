import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-usage-norms.ts";
import { app, judge } from "../facts.ts";

describe("no-usage-norms", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, app({ hasUsageNorms: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, app({ hasUsageNorms: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["有使用规范"] });
  });
});
