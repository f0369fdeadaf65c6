import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/bought-follows.ts";
import { account, demand, judge } from "../facts.ts";

describe("bought-follows", () => {
  test("is hit by words that speak of buying", () => {
    const words = "请专业公司购买关注500个";
    expect(judge(rule, account({}, { demands: [demand("forced_follow_like", words)] }))).toMatchObject({
      is: "hit",
      evidence: [{ quote: words }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, account({ extra: { 是否购买粉丝: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, account({ extra: { 是否购买粉丝: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, and where they only press people to follow", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
    expect(judge(rule, account({}, { demands: ["forced_follow_like"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });
});
