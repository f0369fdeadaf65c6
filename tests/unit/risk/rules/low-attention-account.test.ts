import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/low-attention-account.ts";
import { account, judge } from "../facts.ts";

describe("low-attention-account", () => {
  test("is hit below the limit", () => {
    expect(judge(rule, account({ followers: 99 })).is).toBe("hit");
  });

  test("is clear at the limit", () => {
    expect(judge(rule, account({ followers: 100 })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["粉丝数"] });
  });
});
