import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/unfiled-app.ts";
import { app, judge } from "../facts.ts";

describe("unfiled-app", () => {
  test("is hit by an app that is not filed", () => {
    expect(judge(rule, app({ filingState: "unfiled" }))).toMatchObject({ is: "hit", severity: 1 });
  });

  test("is hit by an app whose filing was revoked", () => {
    expect(judge(rule, app({ filingState: "revoked", filingNumber: "备1" })).is).toBe("hit");
  });

  test("weighs half while the filing is under way", () => {
    expect(judge(rule, app({ filingState: "in_progress" }))).toMatchObject({ is: "hit", severity: 0.5 });
  });

  test("is clear with a filing number", () => {
    expect(judge(rule, app({ filingState: "filed", filingNumber: "备1" })).is).toBe("clear");
  });

  test("is clear with a number alone", () => {
    expect(judge(rule, app({ filingNumber: "备1" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["备案状态"] });
  });

  test("is unknown when filed without a number", () => {
    expect(judge(rule, app({ filingState: "filed" }))).toEqual({ is: "unknown", missing: ["备案编号"] });
  });

  test("is not applicable to a PC system", () => {
    expect(judge(rule, app({ formFactor: "pc_system", filingState: "unfiled" })).is).toBe("not_applicable");
  });

  test("is not applicable where filing is not required", () => {
    expect(judge(rule, app({ filingState: "not_required" })).is).toBe("not_applicable");
  });
});
