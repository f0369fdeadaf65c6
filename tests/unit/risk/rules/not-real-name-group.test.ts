import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/not-real-name-group.ts";
import { group, judge } from "../facts.ts";

describe("not-real-name-group", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, group({ isRealName: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, group({ isRealName: true, groupType: "work" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, group({ groupType: "temporary" }))).toEqual({ is: "unknown", missing: ["群成员实名"] });
  });

  test("is not applicable to groups that are not for work", () => {
    expect(judge(rule, group({ groupType: "service", isRealName: false })).is).toBe("not_applicable");
  });
});
