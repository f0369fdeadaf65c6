import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-maintainer.ts";
import { account, judge } from "../facts.ts";

describe("no-maintainer", () => {
  test("is hit by none", () => {
    expect(judge(rule, account({ maintainers: 0 })).is).toBe("hit");
  });

  test("is clear with one", () => {
    expect(judge(rule, account({ maintainers: 1 })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["专职维护人数"] });
  });
});
