import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/assessment-carrier.ts";
import { app, judge } from "../facts.ts";

describe("assessment-carrier", () => {
  test.each(["督查打分", "绩效考核", "线上督导"])("is hit by a function called %s", (name) => {
    expect(judge(rule, app({ functions: ["公文", name] })).is).toBe("hit");
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, app({ extra: { 是否用于日常考核: "是" } })).is).toBe("hit");
  });

  test("is clear where three or more functions are listed and none is of that sort", () => {
    expect(judge(rule, app({ functions: ["公文", "会议", "通讯录"] })).is).toBe("clear");
  });

  test("is unknown where a function may be one", () => {
    expect(judge(rule, app({ functions: ["公文", "督查督办", "通讯录"] }))).toEqual({
      is: "unknown",
      missing: ["考核、督查功能是否作为考评载体"],
    });
  });

  test("is unknown without functions", () => {
    expect(judge(rule, app())).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况", "通知、考核细则等文本"],
    });
  });
});
