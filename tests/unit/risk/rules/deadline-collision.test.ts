import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/deadline-collision.ts";
import { form, group, judge } from "../facts.ts";

describe("deadline-collision", () => {
  test("is clear with three forms in all", () => {
    expect(
      judge(
        rule,
        form(
          { dueTime: "每月25日17:00" },
          { portfolio: { sameDue: { count: 2, examples: [{ id: "b", name: "乙表" }] } } },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by four", () => {
    expect(
      judge(
        rule,
        form(
          { dueTime: "每月25日17:00" },
          { portfolio: { sameDue: { count: 3, examples: [{ id: "b", name: "乙表" }] } } },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is unknown without a due time", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["报送截止"] });
  });

  test("is hit for a group that wants something at the same hour", () => {
    expect(
      judge(rule, group({ dueTime: "每日17:00" }, { portfolio: { sameDue: { count: 3, examples: [] } } })).is,
    ).toBe("hit");
  });

  test("is unknown for a group that hands out work and says no hour", () => {
    expect(judge(rule, group({}, { demands: ["task_in_group"] }))).toEqual({
      is: "unknown",
      missing: ["群内要求的截止时间"],
    });
  });

  test("is not applicable to a group that hands out nothing", () => {
    expect(judge(rule, group()).is).toBe("not_applicable");
  });
});
