import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/unfiled-change.ts";
import { app, judge } from "../facts.ts";

describe("unfiled-change", () => {
  test("is hit when it is true", () => {
    expect(judge(rule, app({ changeUnfiled: true })).is).toBe("hit");
  });

  test("is clear when it is false", () => {
    expect(judge(rule, app({ changeUnfiled: false })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["有变更未备案"] });
  });

  test("is not applicable to an app that is not filed at all", () => {
    expect(judge(rule, app({ filingState: "unfiled", changeUnfiled: true })).is).toBe("not_applicable");
  });

  test("applies to a filed app", () => {
    expect(judge(rule, app({ filingState: "filed", changeUnfiled: true })).is).toBe("hit");
  });
});
