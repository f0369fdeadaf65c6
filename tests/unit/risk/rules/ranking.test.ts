import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/ranking.ts";
import { account, app, demand, judge } from "../facts.ts";

describe("ranking", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, app({}, { demands: ["ranking"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, app({ extra: { 是否设置积分排名: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, app({ extra: { 是否设置积分排名: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, app())).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况", "通知、考核细则等文本"],
    });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, app({ extra: { 是否设置积分排名: "视情况" } }))).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况", "通知、考核细则等文本"],
    });
  });

  test("is not about other demands", () => {
    expect(judge(rule, app({}, { demands: ["zombie"] }))).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况", "通知、考核细则等文本"],
    });
  });

  test("is not applicable in a special scene with a basis", () => {
    expect(
      judge(rule, app({ specialScene: "emergency", specialSceneBasis: "应急预案" }, { demands: ["ranking"] })),
    ).toEqual({ is: "not_applicable", because: "应急特殊场景，依据：应急预案" });
  });

  test("is unknown in a special scene that gives no basis", () => {
    expect(judge(rule, app({ specialScene: "security" }, { demands: ["ranking"] }))).toEqual({
      is: "unknown",
      missing: ["特殊场景依据"],
    });
  });

  test("applies where no special scene is claimed", () => {
    expect(judge(rule, app({ specialScene: "none" }, { demands: ["ranking"] })).is).toBe("hit");
  });

  test("is hit by a function of that sort", () => {
    expect(judge(rule, app({ functions: ["走访记录", "积分排名"] })).is).toBe("hit");
  });

  test("is clear where three or more functions are listed and none is of that sort", () => {
    expect(judge(rule, app({ functions: ["走访记录", "事件上报", "通讯录"] })).is).toBe("clear");
  });

  test("is clear where a filed app lists none of that sort", () => {
    expect(judge(rule, app({ functions: ["走访记录"], filingState: "filed" })).is).toBe("clear");
  });

  test("is unknown where a word or two describe an app that is not filed", () => {
    expect(judge(rule, app({ functions: ["走访记录", "巡护"] }))).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况", "通知、考核细则等文本"],
    });
  });

  test("is clear where a function of that sort is declared absent", () => {
    expect(judge(rule, app({ functions: ["走访记录", "事件上报", "无积分排名"] })).is).toBe("clear");
  });

  test("is unknown where points are given and nobody says what for", () => {
    expect(judge(rule, app({ functions: ["随手拍", "学习积分", "活动"] }))).toEqual({
      is: "unknown",
      missing: ["积分是否用于排名、通报或考核"],
    });
  });

  test("is hit for an account that is ranked", () => {
    expect(judge(rule, account({}, { demands: ["ranking"] })).is).toBe("hit");
  });

  test("is hit by words that speak of points beside a bulletin, not by words that only make a ranking known", () => {
    const words = (quote: string) => judge(rule, app({}, { demands: [demand("ranking", quote)] })).is;
    expect(words("学习积分每季度排名，列后十名的写情况说明")).toBe("hit");
    expect(words("安装率每周排名通报")).toBe("unknown");
  });
});
