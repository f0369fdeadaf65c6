import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  askingsOf,
  byElement,
  byForm,
  byLine,
  byOfficePair,
  pairByElement,
  sumOfAskings,
} from "#lib/redundancy/waste/cuts.ts";
import { wastedHours, wasteOf } from "#lib/redundancy/waste/waste.ts";
import { redundancyForm, redundancyInput, someInputs } from "./waste-input.ts";

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
const wasted = (rows: readonly { wasted: Parameters<typeof wastedHours>[0] }[]) =>
  sum(rows.map((row) => wastedHours(row.wasted)));

describe("the cuts of what is wasted", () => {
  test("by element, by form and by line each add up to the whole", () => {
    fc.assert(
      fc.property(someInputs(14), (input) => {
        const { askings, unmeasured } = wasteOf(input);
        const whole = wastedHours(sumOfAskings(askings).wasted);
        expect(wasted(byElement(askings))).toBeCloseTo(whole, 6);
        expect(wasted(byForm(askings))).toBeCloseTo(whole, 6);
        expect(wasted(byLine(askings, unmeasured))).toBeCloseTo(whole, 6);
      }),
    );
  });

  test("by pair of units add up to all that is repeated, and of one pair by element to that pair", () => {
    fc.assert(
      fc.property(someInputs(14), (input) => {
        const waste = wasteOf(input);
        const pairs = byOfficePair(waste, {});
        expect(sum(pairs.map(({ hours }) => hours))).toBeCloseTo(sumOfAskings(waste.askings).wasted.repeated, 6);
        for (const { one, other, hours, elements } of pairs) {
          const rows = pairByElement(waste, [other, one]);
          expect(sum(rows.map((row) => row.hours))).toBeCloseTo(hours, 6);
          expect(rows.length).toBe(elements);
        }
      }),
    );
  });

  test("of a filter's forms are the whole's, divided and not worked out anew", () => {
    fc.assert(
      fc.property(someInputs(14), (input) => {
        const waste = wasteOf(input);
        const parts = ["civil_affairs", "disabled", "unknown"] as const;
        const sums = parts.map((workLine) => wastedHours(sumOfAskings(askingsOf(waste, { workLine })).wasted));
        expect(sum(sums)).toBeCloseTo(wastedHours(sumOfAskings(waste.askings).wasted), 6);
      }),
    );
  });

  test("count forms of unknown hours beside their line, never as nothing", () => {
    const forms = [
      redundancyForm("a", [1], { workLine: "health", timesPerYear: null }),
      redundancyForm("b", [1], { workLine: "health" }),
    ];
    const { askings, unmeasured } = wasteOf(redundancyInput(forms));
    expect(byLine(askings, unmeasured)).toMatchObject([{ workLine: "health", forms: 1, unmeasured: 1 }]);
  });

  test("say in which words an element is asked for, by how many forms and units", () => {
    const forms = [
      redundancyForm("a", [], { officeId: "民政局", fields: [{ element: 1, label: "身份证号" }] }),
      redundancyForm("b", [], { officeId: "残联", fields: [{ element: 1, label: "公民身份号码" }] }),
      redundancyForm("c", [], { officeId: "残联", fields: [{ element: 1, label: "身份证号" }] }),
    ];
    const [row] = byElement(wasteOf(redundancyInput(forms)).askings);
    expect(row).toMatchObject({ forms: 3, offices: 2, wordings: ["公民身份号码", "身份证号"] });
  });

  test("count what one unit's own forms repeat as a pair of the unit with itself", () => {
    const forms = ["a", "b"].map((id) => redundancyForm(id, [1], { officeId: "残联" }));
    expect(byOfficePair(wasteOf(redundancyInput(forms)), {})).toMatchObject([
      { one: "残联", other: "残联", elements: 1, forms: 2 },
    ]);
  });
});

describe("wasteOf(input)", () => {
  test("is worked out at either end of the minutes, which hold the middle of every form", () => {
    fc.assert(
      fc.property(someInputs(10), (input) => {
        const [low, mid, high] = (["low", "mid", "high"] as const).map((at) =>
          sum(wasteOf(input, at).measured.map(({ hours }) => hours)),
        ) as [number, number, number];
        expect(low).toBeLessThanOrEqual(mid + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mid - 1e-9);
      }),
    );
  });

  test("names what is missing as the page that takes it does", () => {
    const forms = [
      redundancyForm("a", [1], { rows: null, burdenMissing: ["每单位人数"] }),
      redundancyForm("b", [], { askedFields: 4 }),
      redundancyForm("c", []),
    ];
    expect(wasteOf(redundancyInput(forms)).unmeasured.map(({ missing }) => missing)).toEqual([
      ["每单位人数"],
      ["能识别的字段"],
      ["字段"],
    ]);
  });
});
