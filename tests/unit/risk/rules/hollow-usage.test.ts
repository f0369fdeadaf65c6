import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/hollow-usage.ts";
import { app, judge } from "../facts.ts";

describe("hollow-usage", () => {
  test("is hit by sign-ins without business below the limit", () => {
    expect(
      judge(
        rule,
        app(
          {},
          {
            demands: ["usage_assessment"],
            usage: [{ month: "2026-08", activeUsers: null, logins: 1000, businessRecords: 19, posts: null }],
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is clear at the limit", () => {
    expect(
      judge(
        rule,
        app(
          {},
          {
            demands: ["usage_assessment"],
            usage: [{ month: "2026-08", activeUsers: null, logins: 1000, businessRecords: 20, posts: null }],
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is unknown without figures", () => {
    expect(judge(rule, app({}, { demands: ["forced_login"] }))).toEqual({
      is: "unknown",
      missing: ["近 3 个月登录次数", "近 3 个月业务办理量"],
    });
  });

  test("is unknown while only sign-ins are known", () => {
    expect(
      judge(
        rule,
        app(
          {},
          {
            demands: ["forced_login"],
            usage: [{ month: "2026-08", activeUsers: null, logins: 1000, businessRecords: null, posts: null }],
          },
        ),
      ),
    ).toEqual({ is: "unknown", missing: ["近 3 个月登录次数", "近 3 个月业务办理量"] });
  });

  test("is not applicable where nobody assesses use", () => {
    expect(
      judge(
        rule,
        app({}, { usage: [{ month: "2026-08", activeUsers: null, logins: 1000, businessRecords: 0, posts: null }] }),
      ).is,
    ).toBe("not_applicable");
  });
});
