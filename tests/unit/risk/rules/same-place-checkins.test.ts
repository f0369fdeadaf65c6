import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/same-place-checkins.ts";
import { app, judge } from "../facts.ts";

describe("same-place-checkins", () => {
  test("is hit beyond the limit, and shows the demand", () => {
    expect(judge(rule, app({ samePlaceShare: 31 }, { demands: ["forced_checkin"] }))).toMatchObject({
      is: "hit",
      evidence: [{ value: "31%", source: "系统日志" }, { quote: "原文" }],
    });
  });

  test("is clear at the limit", () => {
    expect(judge(rule, app({ samePlaceShare: 30 }, { demands: ["forced_checkin"] })).is).toBe("clear");
  });

  test("is unknown where check-in is demanded or a function and the logs were not looked at", () => {
    const missing = { is: "unknown", missing: ["同一设备或地点打卡占比"] };
    expect(judge(rule, app({}, { demands: ["forced_checkin"] }))).toEqual(missing);
    expect(judge(rule, app({ functions: ["定位打卡"] }))).toEqual(missing);
  });

  test("is not applicable where nobody checks in", () => {
    expect(judge(rule, app({ functions: ["公文"] })).is).toBe("not_applicable");
  });
});
