import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/outside-duty-list.ts";
import { form, judge } from "../facts.ts";

describe("outside-duty-list", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, form({ inDutyList: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, form({ inDutyList: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["在村社事务清单内"] });
  });

  test("is not applicable to a form that enterprises fill in", () => {
    expect(judge(rule, form({ grain: "enterprise", inDutyList: false })).is).toBe("not_applicable");
  });
});
