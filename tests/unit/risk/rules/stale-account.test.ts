import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/stale-account.ts";
import { account, judge } from "../facts.ts";

describe("stale-account", () => {
  test("is clear after 14 days", () => {
    expect(judge(rule, account({ lastPostOn: "2026-09-16" })).is).toBe("clear");
  });

  test("is hit after 15 days", () => {
    expect(judge(rule, account({ lastPostOn: "2026-09-15" }))).toMatchObject({
      is: "hit",
      evidence: [{ value: "2026-09-15，距今 15 天", limit: "不超过 14 天" }],
    });
  });

  test("is clear on the day itself", () => {
    expect(judge(rule, account({ lastPostOn: "2026-09-30" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["最近更新日期"] });
  });

  test("is unknown when the last post came after the day judged for", () => {
    expect(judge(rule, account({ lastPostOn: "2026-10-01" }))).toEqual({
      is: "unknown",
      missing: ["截至 2026-09-30 的最近更新日期"],
    });
  });
});
