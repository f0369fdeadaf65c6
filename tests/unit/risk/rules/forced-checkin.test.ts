import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/forced-checkin.ts";
import { app, demand, group, judge } from "../facts.ts";

describe("forced-checkin", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, app({}, { demands: ["forced_checkin"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, app({ extra: { 是否设置打卡签到: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, app({ extra: { 是否设置打卡签到: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, app())).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况", "通知、考核细则等文本"],
    });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, app({ extra: { 是否设置打卡签到: "视情况" } }))).toEqual({
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
      judge(rule, app({ specialScene: "emergency", specialSceneBasis: "应急预案" }, { demands: ["forced_checkin"] })),
    ).toEqual({ is: "not_applicable", because: "应急特殊场景，依据：应急预案" });
  });

  test("is unknown in a special scene that gives no basis", () => {
    expect(judge(rule, app({ specialScene: "security" }, { demands: ["forced_checkin"] }))).toEqual({
      is: "unknown",
      missing: ["特殊场景依据"],
    });
  });

  test("applies where no special scene is claimed", () => {
    expect(judge(rule, app({ specialScene: "none" }, { demands: ["forced_checkin"] })).is).toBe("hit");
  });

  test("is hit by a function of that sort", () => {
    expect(judge(rule, app({ functions: ["走访记录", "打卡签到"] })).is).toBe("hit");
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
    expect(judge(rule, app({ functions: ["走访记录", "事件上报", "无打卡签到"] })).is).toBe("clear");
  });

  test("is hit in a group as well", () => {
    expect(judge(rule, group({}, { demands: ["forced_checkin"] })).is).toBe("hit");
  });

  test("is unknown for a group without texts", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("leaves words that ask a group for a 接龙 alone to the rule on 接龙", () => {
    const words = (quote: string) => judge(rule, group({}, { demands: [demand("forced_checkin", quote)] })).is;
    expect(words("收到请接龙")).toBe("unknown");
    expect(words("每天打卡接龙")).toBe("hit");
  });
});
