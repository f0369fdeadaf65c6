import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/rank-bulletin.ts";
import { account, app, demand, form, group, judge } from "../facts.ts";

describe("rank-bulletin", () => {
  const monthly = demand("ranking", "每月排名通报，后两名作表态发言");
  const points = demand("ranking", "按积分列龙虎榜");

  test("is hit by words that make a ranking known, which it shows", () => {
    expect(judge(rule, app({}, { demands: [monthly] }))).toMatchObject({
      is: "hit",
      evidence: [{ quote: "每月排名通报，后两名作表态发言" }],
    });
  });

  test("is hit by a function that sends rankings round", () => {
    expect(judge(rule, app({ functions: ["走访", "排名通报"] })).is).toBe("hit");
  });

  test("is unknown for an app whose recorded words speak of points alone", () => {
    expect(judge(rule, app({}, { demands: [points] }))).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is clear where the ledger declares that there is none", () => {
    expect(judge(rule, app({ extra: { 是否排名通报: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, and a list of functions proves no absence", () => {
    expect(judge(rule, app({ functions: ["公文", "会议", "通讯录"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is hit for an account by any recorded ranking", () => {
    expect(judge(rule, account({}, { demands: [points] })).is).toBe("hit");
  });

  test("is unknown for an account of which no text speaks", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test.each([
    ["group", group],
    ["form", form],
  ] as const)("is hit for a %s by a recorded ranking, not applicable where nothing speaks of one", (_, item) => {
    expect(judge(rule, item({}, { demands: ["ranking"] })).is).toBe("hit");
    expect(judge(rule, item({ extra: { 是否排名通报: "否" } })).is).toBe("clear");
    expect(judge(rule, item()).is).toBe("not_applicable");
  });
});
