import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/chain-reply.ts";
import { demand, group, judge } from "../facts.ts";

describe("chain-reply", () => {
  test("is hit by words that ask for a 接龙, under whatever demand they were recorded", () => {
    const words = "收到通知后请接龙";
    expect(judge(rule, group({}, { demands: [demand("instant_reply", words)] }))).toMatchObject({
      is: "hit",
      evidence: [{ quote: words }],
    });
    expect(judge(rule, group({}, { demands: [demand("forced_checkin", words)] })).is).toBe("hit");
  });

  test("is not about check-in or replies without a 接龙", () => {
    expect(judge(rule, group({}, { demands: [demand("instant_reply", "十分钟内回复")] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is clear where the ledger declares that there is none", () => {
    expect(judge(rule, group({ extra: { 是否要求打卡接龙: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });
});
