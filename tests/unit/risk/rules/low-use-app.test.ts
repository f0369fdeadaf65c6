import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/low-use-app.ts";
import { app, judge, use } from "../facts.ts";

describe("low-use-app", () => {
  test("is hit below the limit", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(9, 9, 9) }))).toMatchObject({
      is: "hit",
      evidence: [{ value: "9%（2026-06、2026-07、2026-08 月均 9 人 / 100 人）" }],
    });
  });

  test("is clear at the limit", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(10, 10, 10) })).is).toBe("clear");
  });

  test("weighs the more the fewer use it", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(0, 0, 0) }))).toMatchObject({ severity: 1 });
  });

  test("is unknown with a month missing, which is not a month without use", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(9, null, 9) }))).toEqual({
      is: "unknown",
      missing: ["2026-06 至 2026-08 的活跃用户数"],
    });
  });

  test("is unknown without a target", () => {
    expect(judge(rule, app({}, { usage: use(9, 9, 9) }))).toEqual({ is: "unknown", missing: ["应使用人数"] });
  });

  test("is unknown with a target of zero", () => {
    expect(judge(rule, app({ targetUsers: 0 }, { usage: use(9, 9, 9) }))).toEqual({
      is: "unknown",
      missing: ["应使用人数"],
    });
  });

  test("is unknown where high use is assessed, because it may be faked", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(90, 90, 90), demands: ["usage_assessment"] }))).toEqual({
      is: "unknown",
      missing: ["不受考核影响的真实使用数据"],
    });
  });

  test("is hit where use is low although it is assessed", () => {
    expect(judge(rule, app({ targetUsers: 100 }, { usage: use(1, 1, 1), demands: ["usage_assessment"] })).is).toBe(
      "hit",
    );
  });
});
