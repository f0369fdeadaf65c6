import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/unregistered-account.ts";
import { account, judge } from "../facts.ts";

describe("unregistered-account", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, account({ isFiled: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, account({ isFiled: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["已登记报备"] });
  });
});
