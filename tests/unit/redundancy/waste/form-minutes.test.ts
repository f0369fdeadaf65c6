import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import type { BurdenInputs } from "#lib/burden/inputs.ts";
import { formMinutes } from "#lib/redundancy/waste/form-minutes.ts";

const minutes = fc.option(fc.nat(60), { nil: undefined });
const inputs: fc.Arbitrary<BurdenInputs> = fc.record(
  {
    respondentUnits: fc.nat(30),
    personsPerUnit: fc.nat(4),
    timesPerYear: fc.nat(52),
    ordinaryShare: fc.nat(100),
    minutes,
    minutesLow: minutes,
    minutesHigh: minutes,
    minutesReading: minutes,
    minutesFinding: minutes,
    minutesEntering: minutes,
    minutesSigning: minutes,
    minutesSubmitting: minutes,
    minutesPaper: minutes,
  },
  { requiredKeys: [] },
);

describe("formMinutes(inputs)", () => {
  test("times the units and the times a year are the hours of the item's own page, at the middle and at both ends", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const burden = annualBurden("form", given);
        if (!burden.known) return;
        const { minutes, range } = formMinutes(given);
        const hours = (perTime: number | undefined | null) =>
          ((perTime as number) * (given.respondentUnits as number) * (given.timesPerYear as number)) / 60;
        expect(hours(minutes)).toBeCloseTo(burden.hours.mid, 6);
        expect(hours(range?.low)).toBeCloseTo(burden.hours.low, 6);
        expect(hours(range?.high)).toBeCloseTo(burden.hours.high, 6);
      }),
      { numRuns: 500 },
    );
  });

  test("is unknown without persons or without minutes, not nothing", () => {
    expect(formMinutes({ minutes: 30 })).toEqual({ minutes: null, range: null, setupMinutes: null });
    expect(formMinutes({ personsPerUnit: 1, minutesReading: 5 }).minutes).toBeNull();
  });

  test("takes off as setup all but finding and entering where they are split off", () => {
    const given = { personsPerUnit: 2, minutes: 60, minutesFinding: 15, minutesEntering: 25 };
    expect(formMinutes(given)).toMatchObject({ minutes: 120, setupMinutes: 40 });
  });

  test("takes off reading, signing, submitting and paper where only they are split off, and nothing where a part of them is", () => {
    const own = { minutesReading: 5, minutesSigning: 4, minutesSubmitting: 3, minutesPaper: 0 };
    expect(formMinutes({ personsPerUnit: 1, minutes: 60, ...own }).setupMinutes).toBe(12);
    expect(formMinutes({ personsPerUnit: 1, minutes: 60, ...own, minutesPaper: undefined }).setupMinutes).toBeNull();
  });
});
