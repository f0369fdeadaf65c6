import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/usage-assessed.ts";
import { account, app, judge } from "../facts.ts";

describe("usage-assessed", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, app({}, { demands: ["usage_assessment"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, app({ extra: { 使用率是否纳入考核: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, app({ extra: { 使用率是否纳入考核: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, app({ extra: { 使用率是否纳入考核: "视情况" } }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is not about other demands", () => {
    expect(judge(rule, app({}, { demands: ["zombie"] }))).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is hit for an account whose reading figures are assessed", () => {
    expect(judge(rule, account({ extra: { 阅读量是否纳入考核: "是" } })).is).toBe("hit");
  });
});
