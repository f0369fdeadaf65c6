import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/excessive-frequency.ts";
import { form, judge } from "../facts.ts";

describe("excessive-frequency", () => {
  test("is clear at twelve times a year", () => {
    expect(judge(rule, form({ timesPerYear: 12 })).is).toBe("clear");
  });

  test("is hit by thirteen", () => {
    expect(judge(rule, form({ timesPerYear: 13 })).is).toBe("hit");
  });

  test("is hit by weekly", () => {
    expect(judge(rule, form({ frequency: "weekly" })).is).toBe("hit");
  });

  test("goes by the count where both are given", () => {
    expect(judge(rule, form({ frequency: "weekly", timesPerYear: 4 })).is).toBe("clear");
  });

  test("is unknown without a frequency", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["填报频率"] });
  });

  test("is unknown where the frequency names no number", () => {
    expect(judge(rule, form({ frequency: "on_demand" }))).toEqual({ is: "unknown", missing: ["年次数"] });
  });

  test("is not applicable to a statutory form", () => {
    expect(judge(rule, form({ isStatutory: true, frequency: "weekly" })).is).toBe("not_applicable");
  });
});
