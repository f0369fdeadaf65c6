import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/mandatory-unfiled-app.ts";
import { app, judge } from "../facts.ts";

describe("mandatory-unfiled-app", () => {
  test("is hit by an unfiled app that people must use", () => {
    expect(judge(rule, app({ filingState: "unfiled" }, { demands: ["forced_install"] }))).toMatchObject({
      is: "hit",
      evidence: [{ value: "未备案" }, { quote: "原文" }],
    });
  });

  test("is clear for a filed app, whatever is demanded", () => {
    expect(judge(rule, app({ filingState: "filed" }, { demands: ["forced_install"] })).is).toBe("clear");
  });

  test("is clear with a filing number alone", () => {
    expect(judge(rule, app({ filingNumber: "备1" })).is).toBe("clear");
  });

  test("is unknown for an unfiled app without texts", () => {
    expect(judge(rule, app({ filingState: "unfiled" }))).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is unknown when the filing is not known, even with a demand", () => {
    expect(judge(rule, app({}, { demands: ["forced_login"] }))).toEqual({ is: "unknown", missing: ["备案状态"] });
  });

  test("is unknown on both counts", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["备案状态", "通知、考核细则等文本"] });
  });

  test("does not take a demand for photos for a demand for use", () => {
    expect(judge(rule, app({ filingState: "unfiled" }, { demands: ["photo_trace"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is not applicable to a web application", () => {
    expect(judge(rule, app({ formFactor: "web" })).is).toBe("not_applicable");
  });

  test("is not applicable where filing is not required", () => {
    expect(judge(rule, app({ filingState: "not_required" })).is).toBe("not_applicable");
  });
});
