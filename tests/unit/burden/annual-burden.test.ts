import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import type { BurdenInputs } from "#lib/burden/inputs.ts";

const base: BurdenInputs = {
  respondentUnits: 10,
  personsPerUnit: 2,
  frequency: "monthly",
  minutes: 30,
  ordinaryShare: 50,
};
const hours = (inputs: BurdenInputs, kind: "form" | "group" = "form") => {
  const burden = annualBurden(kind, inputs);
  return burden.known ? burden.hours : burden.missing;
};

describe("annualBurden(kind, inputs)", () => {
  test("is units x persons x times x minutes / 60 x what is not ordinary work", () => {
    expect(hours(base)).toEqual({ low: 60, mid: 60, high: 60 });
    expect(annualBurden("form", base)).toMatchObject({
      formula: "10 个单位 × 2 人 × 12 次/年 × 30 分钟 ÷ 60 × (1 − 50%) = 60 小时/年",
    });
  });

  test("agrees with the worksheet of the Forest Service: 1,950,000 responses of 0.05 h are 97,500 h", () => {
    expect(hours({ respondentUnits: 1_950_000, personsPerUnit: 1, timesPerYear: 1, minutes: 3 })).toMatchObject({
      mid: 97_500,
    });
  });

  test("takes nothing off where no share of ordinary work was shown, and says so", () => {
    const burden = annualBurden("form", { ...base, ordinaryShare: undefined });
    expect(burden).toMatchObject({
      hours: { mid: 120 },
      assumptions: ["未申报日常工作占比，按全部计入", "未给出用时区间，按单一数值计算"],
    });
  });

  test("goes by the count of times where the frequency says otherwise", () => {
    expect(hours({ ...base, timesPerYear: 24 })).toMatchObject({ mid: 120 });
  });

  test("counts 每日 as 250 workdays, and says so", () => {
    const burden = annualBurden("form", { ...base, frequency: "daily" });
    expect(burden).toMatchObject({ hours: { mid: 1250 } });
    expect(burden.assumptions).toContain("“每日”按 250 个工作日计");
  });

  test("is unknown as soon as one factor is, and names what is missing as the page does", () => {
    expect(hours({})).toEqual(["填报单位数", "每单位人数", "填报频率", "每次分钟数"]);
    expect(hours({ ...base, frequency: "on_demand" })).toEqual(["年次数"]);
  });

  test("adds the watching of a group: members x minutes x 250 workdays", () => {
    expect(hours({ members: 30, watchMinutesPerDay: 6 }, "group")).toMatchObject({ mid: 750 });
    expect(hours({ ...base, members: 30, watchMinutesPerDay: 6 }, "group")).toMatchObject({ mid: 810 });
    expect(hours({ members: 30 }, "group")).toEqual(["日均查看分钟数"]);
  });

  test("asks a group that names a task for all of the task", () => {
    expect(hours({ members: 30, watchMinutesPerDay: 6, minutes: 5 }, "group")).toEqual([
      "填报单位数",
      "每单位人数",
      "填报频率",
    ]);
  });

  test("splits by step when all six are known, and the total then is their sum", () => {
    const burden = annualBurden("form", {
      ...base,
      ordinaryShare: 0,
      minutes: 999,
      minutesReading: 1,
      minutesFinding: 10,
      minutesEntering: 15,
      minutesSigning: 2,
      minutesSubmitting: 2,
      minutesPaper: 0,
    });
    expect(burden).toMatchObject({ hours: { mid: 120 } });
    expect(burden.known && burden.steps.find(({ step }) => step === "entering")).toEqual({
      step: "entering",
      hours: 60,
    });
    expect(burden.warnings).toContain("各步骤合计 30 分钟，与每次分钟数 999 不一致，已按各步骤合计计算");
  });

  test("leaves what nobody split as a step of its own", () => {
    const burden = annualBurden("form", { ...base, ordinaryShare: 0, minutesEntering: 20 });
    expect(burden.known && burden.steps).toEqual([
      { step: "entering", hours: 80 },
      { step: "unsplit", hours: 40 },
    ]);
  });

  test("does not take a blank step for zero: some steps alone give a floor, not a figure", () => {
    const { minutes: _, ...without } = base;
    const burden = annualBurden("form", { ...without, ordinaryShare: 0, minutesEntering: 20 });
    expect(burden).toMatchObject({ known: false, atLeast: 80 });
    expect(!burden.known && burden.missing).toEqual([
      "阅读要求分钟数",
      "找数分钟数",
      "审核签字分钟数",
      "报送分钟数",
      "线下留痕分钟数",
    ]);
  });

  test("takes a range for a range, and its middle for the middle", () => {
    const { minutes: _, ...without } = base;
    expect(hours({ ...without, minutesLow: 10, minutesHigh: 50 })).toEqual({ low: 20, mid: 60, high: 100 });
    expect(hours({ ...base, minutesLow: 10, minutesHigh: 50 })).toEqual({ low: 20, mid: 60, high: 100 });
    expect(hours({ ...without, minutesLow: 10 })).toEqual(["每次分钟数"]);
  });

  test("carries source, sample and version of the method", () => {
    const burden = annualBurden("form", { ...base, estimateSource: "interview", sampleSize: 12 });
    expect(burden).toMatchObject({ source: "interview", sampleSize: 12, method: "burden-2026.1" });
  });
});

const amount = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined });
const someInputs = fc.record({
  frequency: fc.option(fc.constantFrom("daily", "weekly", "monthly", "on_demand"), { nil: undefined }),
  timesPerYear: amount(400),
  respondentUnits: amount(500),
  personsPerUnit: amount(20),
  minutesReading: amount(60),
  minutesFinding: amount(60),
  minutesEntering: amount(60),
  minutesSigning: amount(60),
  minutesSubmitting: amount(60),
  minutesPaper: amount(60),
  minutesLow: amount(120),
  minutesHigh: amount(120),
  minutes: amount(240),
  ordinaryShare: amount(100),
  members: amount(500),
  watchMinutesPerDay: amount(720),
}) as fc.Arbitrary<BurdenInputs>;
const kinds = fc.constantFrom("app", "group", "account", "form");

describe("properties of annualBurden", () => {
  test("low <= mid <= high, none of them negative, and the steps add up to mid", () => {
    fc.assert(
      fc.property(kinds, someInputs, (kind, inputs) => {
        const burden = annualBurden(kind, inputs);
        if (!burden.known) return burden.missing.length > 0;
        const { low, mid, high } = burden.hours;
        const steps = burden.steps.reduce((sum, step) => sum + step.hours, 0);
        return low >= 0 && low <= mid + 1e-9 && mid <= high + 1e-9 && Math.abs(steps - mid) < 1e-6 * Math.max(1, mid);
      }),
    );
  });

  test("grows with each input, except with the ordinary share, with which it shrinks", () => {
    const grows = [
      "timesPerYear",
      "respondentUnits",
      "personsPerUnit",
      "minutes",
      "minutesEntering",
      "minutesLow",
      "minutesHigh",
      "members",
      "watchMinutesPerDay",
    ] as const;
    fc.assert(
      fc.property(
        kinds,
        someInputs,
        fc.constantFrom(...grows),
        fc.integer({ min: 1, max: 50 }),
        (kind, inputs, key, more) => {
          const value = inputs[key];
          const before = annualBurden(kind, inputs);
          if (value === undefined || !before.known) return true;
          const after = annualBurden(kind, { ...inputs, [key]: value + more });
          return (
            after.known &&
            (["low", "mid", "high"] as const).every((side) => after.hours[side] >= before.hours[side] - 1e-9)
          );
        },
      ),
    );
    fc.assert(
      fc.property(kinds, someInputs, fc.integer({ min: 0, max: 100 }), (kind, inputs, share) => {
        const ordinary = annualBurden(kind, { ...inputs, ordinaryShare: share });
        const none = annualBurden(kind, { ...inputs, ordinaryShare: 0 });
        return !ordinary.known || (none.known && ordinary.hours.mid <= none.hours.mid + 1e-9);
      }),
    );
  });

  test("is bounded by all of everybody's time in it", () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const burden = annualBurden("form", inputs);
        return !burden.known || burden.hours.high <= (500 * 20 * 400 * 360) / 60;
      }),
    );
  });
});
