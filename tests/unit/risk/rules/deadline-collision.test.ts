import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/deadline-collision.ts";
import { form, judge } from "../facts.ts";

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
});
