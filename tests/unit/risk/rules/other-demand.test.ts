import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/other-demand.ts";
import { account, app, form, group, judge } from "../facts.ts";

describe("other-demand", () => {
  test("is hit by a demand that no other rule of the kind judges", () => {
    expect(judge(rule, group({}, { demands: ["group_overload"] }))).toMatchObject({
      is: "hit",
      evidence: [{ label: "群过多过滥", quote: "原文" }],
    });
  });

  test("is hit by a form that is ranked by", () => {
    expect(judge(rule, form({}, { demands: ["usage_assessment"] })).is).toBe("hit");
  });

  test("leaves demands to their own rules", () => {
    expect(judge(rule, app({}, { demands: ["ranking", "photo_trace"] })).is).toBe("not_applicable");
  });

  test("is not applicable without demands", () => {
    expect(judge(rule, account()).is).toBe("not_applicable");
  });
});
