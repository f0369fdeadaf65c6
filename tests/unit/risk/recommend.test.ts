import { describe, expect, test } from "vitest";
import { DISPOSITION_TABLE, type Reading, recommend } from "#lib/risk/recommend.ts";

const reading = (known: Partial<Reading> = {}): Reading => ({
  band: "low",
  hits: [],
  redundancy: null,
  burdenHours: null,
  ...known,
});
const decision = (known: Partial<Reading>) => recommend(reading(known), (id) => id).decision;

describe("recommend(reading)", () => {
  test("keeps what shows nothing, and what shows little", () => {
    expect(decision({})).toBe("keep");
    expect(recommend(reading({ hits: ["own-password"] }), () => "独立账号")).toMatchObject({
      decision: "keep",
      reason: "风险低，可以保留，问题随手改（独立账号）",
    });
  });

  test("recommends nothing where too little is known, and says so", () => {
    expect(recommend(reading({ band: "unknown" }), (id) => id)).toMatchObject({
      decision: null,
      reason: "已知情况太少，先补齐信息再定",
    });
  });

  test("lets a proven fault decide although much else is unknown", () => {
    expect(decision({ band: "unknown", hits: ["expired-temporary-group"] })).toBe("shutdown");
  });

  test("mends a red line instead of closing what is useful", () => {
    expect(recommend(reading({ band: "red", hits: ["forced-checkin"] }), () => "打卡")).toMatchObject({
      decision: "fix",
      reason: "命中红线，应去掉被禁止的功能或要求（打卡）",
    });
  });

  test("merges what overlaps and is little used, closes what is only little used", () => {
    expect(decision({ band: "red", hits: ["low-use-app", "overlapping-functions"] })).toBe("merge");
    expect(recommend(reading({ band: "medium", hits: ["low-use-app"] }), () => "使用频率低")).toMatchObject({
      decision: "shutdown",
      reason: "使用频率低，应限期关停注销",
    });
  });

  test("closes an account that is stale and unattended, mends one that is only stale", () => {
    expect(decision({ band: "red", hits: ["stale-account", "no-maintainer"] })).toBe("shutdown");
    expect(decision({ band: "red", hits: ["stale-account"] })).toBe("fix");
  });

  test("never takes an unknown reading for a high one", () => {
    expect(decision({ redundancy: null, burdenHours: 2000 })).toBe("keep");
    expect(decision({ redundancy: 0.5, burdenHours: 1000 })).toBe("fix");
    expect(decision({ redundancy: 0.5, burdenHours: 999 })).toBe("keep");
    expect(decision({ burdenHours: 5000 })).toBe("fix");
  });

  test("goes by the first row that holds, and tells which", () => {
    const table = [
      { when: { bands: ["low"] }, decision: "fix", reason: "甲" },
      { when: {}, decision: "keep", reason: "乙" },
    ] as const;
    expect(recommend(reading(), String, table)).toEqual({ decision: "fix", reason: "甲", row: 0 });
    expect(recommend(reading({ band: "red" }), String, table)).toEqual({ decision: "keep", reason: "乙", row: 1 });
  });

  test("has a row for every band", () => {
    for (const band of ["red", "high", "medium", "unknown", "low"] as const) {
      expect(recommend(reading({ band }), String).row).toBeGreaterThanOrEqual(0);
    }
    expect(DISPOSITION_TABLE.every(({ decision: named }) => named !== "defer")).toBe(true);
  });
});
