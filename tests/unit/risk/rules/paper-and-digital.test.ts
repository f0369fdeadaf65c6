import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/paper-and-digital.ts";
import { app, judge } from "../facts.ts";

describe("paper-and-digital", () => {
  test("is hit when it is true", () => {
    expect(judge(rule, app({ keepsPaper: true })).is).toBe("hit");
  });

  test("is clear when it is false", () => {
    expect(judge(rule, app({ keepsPaper: false })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["同时保留纸质"] });
  });

  test("is hit by words that demand paper, whatever is declared", () => {
    expect(judge(rule, app({ keepsPaper: false }, { demands: ["paper_and_digital"] }))).toMatchObject({
      is: "hit",
      evidence: [{ quote: "原文" }],
    });
  });
});
