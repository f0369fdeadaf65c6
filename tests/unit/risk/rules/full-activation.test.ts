import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/full-activation.ts";
import { app, judge, use } from "../facts.ts";

describe("full-activation", () => {
  const forced = { demands: ["usage_assessment"] as const };

  test("is hit by registrations beyond what is believable", () => {
    expect(judge(rule, app({ targetUsers: 100, registeredUsers: 99 }, forced))).toMatchObject({
      is: "hit",
      evidence: [{ value: "99%（99 人 / 100 人）" }, { quote: "原文" }],
    });
  });

  test("is hit by active users beyond what is believable", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { ...forced, usage: use(99, 100, 99) })).is).toBe("hit");
  });

  test("is clear at the limit", () => {
    expect(judge(rule, app({ targetUsers: 100, registeredUsers: 98 }, forced)).is).toBe("clear");
  });

  test("is unknown without any figure", () => {
    expect(judge(rule, app({ targetUsers: 100 }, forced))).toEqual({
      is: "unknown",
      missing: ["注册用户数", "2026-06 至 2026-08 的活跃用户数"],
    });
  });

  test.each([undefined, 0])("is unknown with a target of %s", (targetUsers) => {
    expect(judge(rule, app({ registeredUsers: 99, targetUsers }, forced))).toEqual({
      is: "unknown",
      missing: ["应使用人数"],
    });
  });

  test("is not applicable where nobody is made to use it", () => {
    expect(judge(rule, app({ targetUsers: 100, registeredUsers: 100 })).is).toBe("not_applicable");
  });

  test("applies where the ledger itself declares that use is assessed", () => {
    const declared = { 使用率是否纳入考核: "是" };
    expect(judge(rule, app({ targetUsers: 100, registeredUsers: 100, extra: declared })).is).toBe("hit");
  });
});
