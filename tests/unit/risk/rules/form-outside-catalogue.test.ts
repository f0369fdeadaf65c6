import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/form-outside-catalogue.ts";
import { form, judge } from "../facts.ts";

describe("form-outside-catalogue", () => {
  test("is hit when it is false", () => {
    expect(judge(rule, form({ inCatalogue: false })).is).toBe("hit");
  });

  test("is clear when it is true", () => {
    expect(judge(rule, form({ inCatalogue: true })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["在报表目录内"] });
  });

  test("is not applicable to a statutory form", () => {
    expect(judge(rule, form({ inCatalogue: false, isStatutory: true })).is).toBe("not_applicable");
  });
});
