import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/idle-group.ts";
import { group, judge } from "../facts.ts";

describe("idle-group", () => {
  test("is clear after 90 days", () => {
    expect(judge(rule, group({ lastActiveOn: "2026-07-02" })).is).toBe("clear");
  });

  test("is hit after 91 days", () => {
    expect(judge(rule, group({ lastActiveOn: "2026-07-01" })).is).toBe("hit");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["最近发言日期"] });
  });

  test("is unknown when the last word was said after the day judged for", () => {
    expect(judge(rule, group({ lastActiveOn: "2026-10-01" }))).toEqual({
      is: "unknown",
      missing: ["截至 2026-09-30 的最近发言日期"],
    });
  });
});
