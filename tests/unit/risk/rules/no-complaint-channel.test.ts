import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-complaint-channel.ts";
import { app, judge } from "../facts.ts";

describe("no-complaint-channel", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, app({ hasComplaintChannel: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, app({ hasComplaintChannel: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["有投诉建议入口"] });
  });
});
