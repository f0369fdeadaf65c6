import { describe, expect, test } from "vitest";
import { pairCost } from "#lib/redundancy/waste/pair-cost.ts";
import { COUNTY, OTHER_TOWN, TOWN } from "../proposal/proposal-forms.ts";
import { redundancyForm, redundancyInput } from "./waste-input.ts";

describe("pairCost(input)", () => {
  test("is the hours of what one of the two asks again, by datum, the dearest first", () => {
    const cost = pairCost(redundancyInput([redundancyForm("a", [1, 2, 3]), redundancyForm("b", [2, 3, 4])]));
    if (cost.is !== "known") throw new Error(cost.is);
    expect(cost.elements.map(({ element }) => element)).toEqual([2, 3]);
    expect(cost.hours).toBeCloseTo(cost.elements.reduce((sum, { hours }) => sum + hours, 0));
    expect(cost.hours).toBeGreaterThan(0);
  });

  test("is nothing for forms that ask for nothing in common", () => {
    expect(pairCost(redundancyInput([redundancyForm("a", [1]), redundancyForm("b", [2])]))).toEqual({
      is: "known",
      hours: 0,
      elements: [],
    });
  });

  test("does not count what one form asks twice of itself", () => {
    const cost = pairCost(redundancyInput([redundancyForm("a", [1, 1]), redundancyForm("b", [2])]));
    expect(cost).toMatchObject({ is: "known", hours: 0 });
  });

  test("names what is missing of which form", () => {
    const cost = pairCost(
      redundancyInput([redundancyForm("a", [1], { timesPerYear: null }), redundancyForm("b", [1])]),
    );
    expect(cost).toMatchObject({ is: "unknown", missing: [{ form: expect.any(String) }] });
  });

  test("says in what the forms differ, where the same is not asked of the same", () => {
    const cost = pairCost(
      redundancyInput([
        redundancyForm("a", [1], { grain: "household" }),
        redundancyForm("b", [1], { grain: "resident" }),
      ]),
    );
    expect(cost).toEqual({ is: "apart", differ: ["填报粒度"] });
  });

  test("counts nothing for forms of two regions of which neither lies in the other", () => {
    const [one, other] = [TOWN, OTHER_TOWN].map((regionCode, at) =>
      redundancyForm("ab"[at] as string, [1], { regionCode }),
    );
    if (one === undefined || other === undefined) throw new Error();
    expect(pairCost(redundancyInput([one, other]))).toEqual({ is: "apart", differ: ["所在地区"] });
    expect(pairCost(redundancyInput([one, { ...other, regionCode: COUNTY }]))).toMatchObject({ is: "known" });
  });
});
