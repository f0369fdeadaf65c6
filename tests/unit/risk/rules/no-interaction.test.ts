import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-interaction.ts";
import { account, judge } from "../facts.ts";

describe("no-interaction", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, account({ hasInteraction: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, account({ hasInteraction: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["有互动功能"] });
  });
});
