import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/shareable-data.ts";
import { form, judge } from "../facts.ts";

describe("shareable-data", () => {
  test("is hit by data that another department has", () => {
    expect(judge(rule, form({ sharedSource: "公安" })).is).toBe("hit");
  });

  test("is clear where none has them", () => {
    expect(judge(rule, form({ sharedSource: "无" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["可共享的数源部门"] });
  });
});
