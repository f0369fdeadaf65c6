import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/late-penalty.ts";
import { form, judge } from "../facts.ts";

describe("late-penalty", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, form({}, { demands: ["late_penalty"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, form({ extra: { 是否迟报扣分: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, form({ extra: { 是否迟报扣分: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, form({ extra: { 是否迟报扣分: "视情况" } }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is not about other demands", () => {
    expect(judge(rule, form({}, { demands: ["zombie"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });
});
