import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-acceptance.ts";
import { app, judge } from "../facts.ts";

describe("no-acceptance", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, app({ hasAcceptance: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, app({ hasAcceptance: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["有上线验收"] });
  });
});
