import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/commercial-activity.ts";
import { app, judge } from "../facts.ts";

describe("commercial-activity", () => {
  test("is hit when it is true", () => {
    expect(judge(rule, app({ isCommercial: true })).is).toBe("hit");
  });

  test("is clear when it is false", () => {
    expect(judge(rule, app({ isCommercial: false })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["从事经营性活动"] });
  });
});
