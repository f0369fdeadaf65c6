import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-project-approval.ts";
import { app, judge } from "../facts.ts";

describe("no-project-approval", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, app({ hasProjectApproval: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, app({ hasProjectApproval: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["有立项审核"] });
  });
});
