import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/forced-follow.ts";
import { account, app, judge } from "../facts.ts";

describe("forced-follow", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, account({}, { demands: ["forced_follow_like"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, account({ extra: { 是否强制关注转发: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, account({ extra: { 是否强制关注转发: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, account({ extra: { 是否强制关注转发: "视情况" } }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is not about other demands", () => {
    expect(judge(rule, account({}, { demands: ["zombie"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is hit for an app whose likes are counted", () => {
    expect(judge(rule, app({}, { demands: ["forced_follow_like"] })).is).toBe("hit");
  });
});
