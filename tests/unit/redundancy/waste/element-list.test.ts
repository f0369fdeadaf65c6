import { describe, expect, test } from "vitest";
import { elementList } from "#lib/redundancy/waste/element-list.ts";
import { wasteOf } from "#lib/redundancy/waste/waste.ts";
import { redundancyForm, redundancyInput } from "./waste-input.ts";

const field = (element: number, label: string) => ({ element, label });
const forms = [
  redundancyForm("a", [], { officeId: "民政局", fields: [field(1, "姓名"), field(2, "低保金额")], timesPerYear: 12 }),
  redundancyForm("b", [], { officeId: "残联", fields: [field(1, "人员姓名"), field(3, "残疾等级")], timesPerYear: 52 }),
  redundancyForm("c", [], { officeId: "残联", fields: [field(3, "残疾等级"), field(4, "联系人")], timesPerYear: 1 }),
  redundancyForm("d", [], { officeId: "公安局", fields: [field(4, "联系人")], grain: "household" }),
];
const input = redundancyInput(forms);
const waste = wasteOf({
  ...input,
  elements: input.elements.map((one) => ({ ...one, header: one.element === 4 })),
});
const numbers = (filter: Partial<Parameters<typeof elementList>[1]> = {}) =>
  elementList(waste, { forms: {}, order: "waste", ...filter }).map(({ element }) => element.element);

describe("elementList(waste, filter)", () => {
  test("holds every element that is asked, dearest waste first, then by number", () => {
    expect(numbers()).toEqual([1, 3, 2, 4]);
  });

  test("is ordered by how many forms ask, and then by waste", () => {
    expect(numbers({ order: "forms" })).toEqual([1, 3, 4, 2]);
  });

  test("holds only what is wasted, for one cause or for any", () => {
    expect(numbers({ cause: "any" })).toEqual([1, 3]);
    expect(numbers({ cause: "repeated" })).toEqual([1, 3]);
    expect(numbers({ cause: "tooOften" })).toEqual([]);
  });

  test("holds what the forms of two units repeat of each other, or one unit's own among themselves", () => {
    expect(numbers({ pair: ["残联", "民政局"] })).toEqual([1]);
    expect(numbers({ pair: ["残联", "残联"] })).toEqual([3]);
    expect(numbers({ pair: ["公安局", "民政局"] })).toEqual([]);
  });

  test("is searched by name and by every wording, all words of it", () => {
    expect(numbers({ q: "人员姓名" })).toEqual([1]);
    expect(numbers({ q: " 残疾　等级 " })).toEqual([3]);
    expect(numbers({ q: "等级 残疾" })).toEqual([3]);
    expect(numbers({ q: "残疾 姓名" })).toEqual([]);
  });

  test("holds headers, or all but them", () => {
    expect(numbers({ header: true })).toEqual([4]);
    expect(numbers({ header: false })).toEqual([1, 3, 2]);
  });

  test("counts of an element what the forms of the filter have of it", () => {
    const [row] = elementList(waste, { forms: { formId: "a" }, order: "waste" });
    const [whole] = elementList(waste, { forms: {}, order: "waste" });
    expect(row).toMatchObject({ forms: 1, wordings: ["姓名"] });
    expect(row?.wasted.repeated).toBeLessThan(whole?.wasted.repeated as number);
  });
});
