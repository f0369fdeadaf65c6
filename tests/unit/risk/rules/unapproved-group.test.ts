import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/unapproved-group.ts";
import { group, judge } from "../facts.ts";

describe("unapproved-group", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, group({ isApproved: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, group({ isApproved: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["建群已报备"] });
  });
});
