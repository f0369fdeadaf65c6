import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/instant-reply.ts";
import { demand, group, judge } from "../facts.ts";

describe("instant-reply", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, group({}, { demands: ["instant_reply"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, group({ extra: { 是否要求即时响应: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, group({ extra: { 是否要求即时响应: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, group({ extra: { 是否要求即时响应: "视情况" } }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is not about other demands", () => {
    expect(judge(rule, group({}, { demands: ["zombie"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("leaves words that ask for a 接龙 without haste to the rule on 接龙", () => {
    const words = (quote: string) => judge(rule, group({}, { demands: [demand("instant_reply", quote)] })).is;
    expect(words("收到请接龙")).toBe("unknown");
    expect(words("十分钟内接龙回复")).toBe("hit");
  });
});
