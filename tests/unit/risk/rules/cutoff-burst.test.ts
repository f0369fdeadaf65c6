import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/cutoff-burst.ts";
import { app, judge, monthsOfUse } from "../facts.ts";

describe("cutoff-burst", () => {
  const forced = { demands: ["usage_assessment"] as const };
  // As of the end of September: August and July are no full quarter; June ends the last one.
  const quarters = (...logins: (number | null)[]) => ({
    ...forced,
    usage: monthsOfUse([{}, {}, ...logins.map((count) => ({ logins: count }))]),
  });

  test("is hit by sign-ins that lie before the cut-off, as the logs say", () => {
    expect(judge(rule, app({ cutoffLoginShare: 51 }, forced))).toMatchObject({
      is: "hit",
      evidence: [{ label: "截止前登录占比", value: "51%" }, { quote: "原文" }],
    });
  });

  test("is clear at the limit of the logs", () => {
    expect(judge(rule, app({ cutoffLoginShare: 50 }, forced)).is).toBe("clear");
  });

  test("is hit by quarters whose last month has nearly all sign-ins", () => {
    expect(judge(rule, app({}, quarters(71, 20, 9, 71, 20, 9)))).toMatchObject({
      is: "hit",
      evidence: [{ label: "季末月登录次数占全季", value: "71%" }, {}],
    });
  });

  test("is clear at the limit of the months", () => {
    expect(judge(rule, app({}, quarters(70, 20, 10, 70, 20, 10))).is).toBe("clear");
  });

  test("is unknown with a month missing, which is not a month without sign-ins", () => {
    expect(judge(rule, app({}, quarters(90, null, 5, 90, 5, 5)))).toEqual({
      is: "unknown",
      missing: ["截止前登录占比", "近两个完整季度的登录次数"],
    });
  });

  test("is not applicable where nobody is made to use it", () => {
    expect(judge(rule, app({ cutoffLoginShare: 90 })).is).toBe("not_applicable");
  });
});
