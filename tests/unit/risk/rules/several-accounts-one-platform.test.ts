import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/several-accounts-one-platform.ts";
import { account, judge, unit } from "../facts.ts";

describe("several-accounts-one-platform", () => {
  test("is hit by a second account", () => {
    expect(
      judge(
        rule,
        account(
          { platform: "weibo" },
          { unit: unit(), portfolio: { accountsOnPlatform: { counted: 2, undetermined: 0, others: [] } } },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is clear for the only one", () => {
    expect(
      judge(
        rule,
        account(
          { platform: "weibo" },
          { unit: unit(), portfolio: { accountsOnPlatform: { counted: 1, undetermined: 0, others: [] } } },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is unknown without a platform", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["平台"] });
  });

  test("is unknown where the platform is only 'other'", () => {
    expect(judge(rule, account({ platform: "other" }, { unit: unit() }))).toEqual({ is: "unknown", missing: ["平台"] });
  });

  test("is unknown without a unit", () => {
    expect(judge(rule, account({ platform: "weibo" }))).toEqual({ is: "unknown", missing: ["主办单位"] });
  });

  test("is not applicable to a website", () => {
    expect(judge(rule, account({ platform: "website" })).is).toBe("not_applicable");
  });
});
