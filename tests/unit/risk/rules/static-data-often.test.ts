import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/static-data-often.ts";
import { form, judge } from "../facts.ts";

describe("static-data-often", () => {
  test("is hit by monthly forms for data that change once a year", () => {
    expect(judge(rule, form({ frequency: "monthly", dataChange: "yearly" })).is).toBe("hit");
  });

  test("is clear at two fillings a change", () => {
    expect(judge(rule, form({ frequency: "half_yearly", dataChange: "yearly" })).is).toBe("clear");
  });

  test("is hit by three fillings a change", () => {
    expect(judge(rule, form({ timesPerYear: 3, dataChange: "yearly" })).is).toBe("hit");
  });

  test("is unknown without the frequency", () => {
    expect(judge(rule, form({ dataChange: "yearly" }))).toEqual({ is: "unknown", missing: ["填报频率"] });
  });

  test("is unknown without the pace of the data", () => {
    expect(judge(rule, form({ frequency: "monthly" }))).toEqual({ is: "unknown", missing: ["数据变动周期"] });
  });

  test("is unknown where the frequency names no number", () => {
    expect(judge(rule, form({ frequency: "on_demand", dataChange: "on_demand" }))).toEqual({
      is: "unknown",
      missing: ["年次数", "数据变动周期"],
    });
  });
});
