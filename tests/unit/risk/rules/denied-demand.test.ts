import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/denied-demand.ts";
import { account, app, demand, form, group, judge } from "../facts.ts";

describe("denied-demand", () => {
  test("is hit where a column says no and a notice demands it, both shown side by side", () => {
    const facts = app(
      { extra: { 是否强制上传照片: "否" } },
      { demands: [demand("photo_trace", "每天至少上传5张整治照片")] },
    );
    expect(judge(rule, facts)).toMatchObject({
      is: "hit",
      evidence: [
        { label: "是否强制上传照片", value: "否", source: "台账申报" },
        { quote: "每天至少上传5张整治照片", source: "通知" },
      ],
    });
  });

  test("is hit where a filed list of functions has no check-in and a notice demands one", () => {
    const facts = app({ functions: ["走访"], filingState: "filed" }, { demands: ["forced_checkin"] });
    expect(judge(rule, facts)).toMatchObject({
      is: "hit",
      evidence: [{ value: "走访（部门申报，未列此类功能）" }, { quote: "原文" }],
    });
  });

  test("is hit where no paper is declared and a notice wants paper too", () => {
    expect(judge(rule, app({ keepsPaper: false }, { demands: ["paper_and_digital"] })).is).toBe("hit");
  });

  test.each([
    ["group", group({ extra: { 是否要求即时响应: "否" } }, { demands: ["instant_reply"] })],
    ["account", account({ extra: { 阅读量是否纳入考核: "否" } }, { demands: ["usage_assessment"] })],
    ["form", form({ extra: { 是否迟报扣分: "否" } }, { demands: ["late_penalty"] })],
  ] as const)("is hit for a %s", (_, facts) => {
    expect(judge(rule, facts as Parameters<typeof rule.assess>[0]).is).toBe("hit");
  });

  test("is hit by a bulletin, or a 接龙, that a column of its own denies", () => {
    const bulletin = [demand("ranking", "安装率每周通报")];
    expect(judge(rule, app({ extra: { 是否排名通报: "否" } }, { demands: bulletin })).is).toBe("hit");
    const chain = [demand("instant_reply", "收到请接龙")];
    expect(judge(rule, group({ extra: { 是否要求打卡接龙: "否" } }, { demands: chain })).is).toBe("hit");
  });

  test("is hit where a form's channels have no paper and a notice wants paper too", () => {
    const paper = { demands: ["paper_and_digital"] as const };
    expect(judge(rule, form({ channels: ["system"] }, paper)).is).toBe("hit");
    expect(judge(rule, form({ channels: ["system", "paper"] }, paper)).is).toBe("clear");
    expect(judge(rule, form({}, paper)).is).toBe("not_applicable");
  });

  test("weighs more the more is denied", () => {
    const extra = { 是否强制上传照片: "否", 是否要求定期登录: "否" };
    expect(judge(rule, app({ extra }, { demands: ["photo_trace"] }))).toMatchObject({ severity: 0.75 });
    expect(judge(rule, app({ extra }, { demands: ["photo_trace", "forced_login"] }))).toMatchObject({ severity: 1 });
  });

  test("is clear where the department declares what its notice demands", () => {
    expect(judge(rule, app({ extra: { 是否强制上传照片: "是" } }, { demands: ["photo_trace"] })).is).toBe("clear");
    expect(judge(rule, app({ functions: ["定位打卡"] }, { demands: ["forced_checkin"] })).is).toBe("clear");
    expect(judge(rule, app({ functions: ["学习积分"] }, { demands: ["ranking"] })).is).toBe("clear");
    expect(judge(rule, app({ keepsPaper: true }, { demands: ["paper_and_digital"] })).is).toBe("clear");
  });

  test("is not applicable where a declaration and a text do not speak of the same", () => {
    expect(judge(rule, app({ extra: { 是否强制上传照片: "否" } })).is).toBe("not_applicable");
    expect(judge(rule, app({}, { demands: ["photo_trace"] })).is).toBe("not_applicable");
    expect(judge(rule, app({ functions: ["走访"] }, { demands: ["forced_checkin"] })).is).toBe("not_applicable");
  });

  test("does not take a list of functions for a denial of a bulletin", () => {
    const facts = app(
      { functions: ["走访"], filingState: "filed" },
      { demands: [demand("ranking", "安装率每周通报")] },
    );
    expect(judge(rule, facts).is).toBe("not_applicable");
  });
});
