import { describe, expect, test } from "vitest";
import { plausibilityWarnings } from "#lib/burden/plausibility.ts";

describe("plausibilityWarnings(inputs)", () => {
  test("are none for an ordinary estimate", () => {
    expect(
      plausibilityWarnings({
        frequency: "monthly",
        timesPerYear: 12,
        respondentUnits: 20,
        personsPerUnit: 1,
        minutes: 30,
        estimateSource: "measured",
        sampleSize: 8,
      }),
    ).toEqual([]);
  });

  test("ask about more than eight hours a person and workday, and not about eight", () => {
    expect(plausibilityWarnings({ frequency: "daily", minutes: 480 })).toEqual([]);
    expect(plausibilityWarnings({ frequency: "daily", minutes: 486 })).toEqual([
      "折合每人每个工作日 8.1 小时，超过 8 小时，请核实次数和分钟数",
    ]);
    expect(plausibilityWarnings({ watchMinutesPerDay: 481 })).toHaveLength(1);
    expect(plausibilityWarnings({ watchMinutesPerDay: 480 })).toEqual([]);
  });

  test("ask whether collecting was counted in, as in 永川: 80 people, 2 hours a day, 1377 submissions a year", () => {
    const minutes = (120 * 365) / 1377;
    expect(plausibilityWarnings({ timesPerYear: 1377, respondentUnits: 1, personsPerUnit: 80, minutes })).toEqual([
      "折合每单位每次 42.4 人时，请核实是否把平时收集数据的时间计入了报送，两者应分开测算",
    ]);
    expect(plausibilityWarnings({ personsPerUnit: 80, minutes: 30 })).toEqual([]);
  });

  test("name a count that does not fit the frequency, from a quarter off", () => {
    expect(plausibilityWarnings({ frequency: "monthly", timesPerYear: 15 })).toEqual([]);
    expect(plausibilityWarnings({ frequency: "monthly", timesPerYear: 16 })).toEqual([
      "填报频率“每月”约合每年 12 次，与年次数 16 不一致，已按年次数计算",
    ]);
    expect(plausibilityWarnings({ frequency: "daily", timesPerYear: 365 })).toEqual([]);
    expect(plausibilityWarnings({ frequency: "on_demand", timesPerYear: 40 })).toEqual([]);
  });

  test("name a declared zero", () => {
    expect(plausibilityWarnings({ respondentUnits: 0, minutes: 0 })).toEqual([
      "填报单位数、每次分钟数申报为 0，测算结果随之为 0，请核实",
    ]);
  });

  test("name a range upside down, and a value outside of it", () => {
    expect(plausibilityWarnings({ minutesLow: 20, minutesHigh: 10 })).toContain(
      "每次分钟数的下限 20 大于上限 10，请核实",
    );
    expect(plausibilityWarnings({ minutes: 5, minutesLow: 10, minutesHigh: 20 })).toEqual([
      "每次分钟数 5 不在所报区间内，请核实",
    ]);
  });

  test("ask for the sample of what was measured", () => {
    expect(plausibilityWarnings({ estimateSource: "measured" })).toEqual(["测算来源为实测，但没有填写样本量"]);
    expect(plausibilityWarnings({ estimateSource: "declared" })).toEqual([]);
  });
});
