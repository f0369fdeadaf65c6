import { describe, expect, test } from "vitest";
import { burdenChange } from "#lib/burden/change.ts";
import type { BurdenInputs } from "#lib/burden/inputs.ts";

const before: BurdenInputs = {
  respondentUnits: 10,
  personsPerUnit: 2,
  timesPerYear: 12,
  minutes: 30,
  estimateSource: "declared",
};
const change = (after: BurdenInputs, from: BurdenInputs = before, method?: string) =>
  burdenChange("form", { inputs: from }, { inputs: after, method });

describe("burdenChange(kind, before, after)", () => {
  test("is real where fewer are asked, or less often", () => {
    expect(change({ ...before, respondentUnits: 5 })).toMatchObject({
      before: 120,
      after: 60,
      total: -60,
      real: -60,
      reEstimate: 0,
    });
    expect(change({ ...before, timesPerYear: 4 })).toMatchObject({ real: -80, reEstimate: 0 });
  });

  test("is a re-estimate where a department only declares fewer minutes", () => {
    expect(change({ ...before, minutes: 15 })).toMatchObject({ total: -60, real: 0, reEstimate: -60 });
  });

  test("splits both: the real part is what changes on the old estimate", () => {
    expect(change({ ...before, timesPerYear: 6, minutes: 15 })).toMatchObject({
      before: 120,
      after: 30,
      real: -60,
      reEstimate: -30,
    });
  });

  test("takes minutes that were measured twice for a real change", () => {
    const measured = { ...before, estimateSource: "measured" } as const;
    expect(change({ ...measured, minutes: 15 }, measured)).toMatchObject({ real: -60, reEstimate: 0 });
  });

  test("takes measured minutes of another method, or after a declared figure, for a re-estimate", () => {
    const measured = { ...before, estimateSource: "measured" } as const;
    expect(change({ ...measured, minutes: 15 }, measured, "burden-2027.1")).toMatchObject({ real: 0, reEstimate: -60 });
    expect(change({ ...measured, minutes: 15 })).toMatchObject({ real: 0, reEstimate: -60 });
  });

  test("is unknown while either side is", () => {
    expect(change({ minutes: 3 })).toEqual({ known: false, missing: ["填报单位数", "每单位人数", "填报频率"] });
  });
});
