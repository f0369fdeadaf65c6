import { describe, expect, test } from "vitest";
import { whatIf } from "#lib/redundancy/proposal/what-if.ts";
import { form } from "./proposal-forms.ts";

const forms = [
  form("甲", [1, 2, 3]),
  form("乙", [1, 2]),
  form("丙", [1, 9]),
  form("丁", [4], { locked: true }),
  form("戊", [5], { timesPerYear: null }),
];
const input = { forms, elements: [], sources: [] };
const nothing = { remove: [], merge: [], hourlyWage: null };

/** Hours a year of a monthly form of ten rows: 20 minutes, and half a minute a cell. */
const hoursOf = (fields: number) => (12 * (20 + 10 * fields * 0.5)) / 60;

describe("whatIf(input, change)", () => {
  test("without a change saves and loses nothing", () => {
    const before = hoursOf(3) + hoursOf(2) + hoursOf(2) + hoursOf(1);
    const { hours, money, lost, violations } = whatIf(input, nothing);
    expect(hours.before).toBeCloseTo(before, 9);
    expect({ saved: hours.saved, money, lost, violations }).toEqual({
      saved: 0,
      money: null,
      lost: [],
      violations: [],
    });
  });

  test("a form whose data others carry goes without loss", () => {
    const { hours, lost, money } = whatIf(input, { ...nothing, remove: ["乙"], hourlyWage: 30 });
    expect(hours.saved).toBeCloseTo(hoursOf(2), 9);
    expect(money).toBeCloseTo(hoursOf(2) * 30, 9);
    expect(lost).toEqual([]);
  });

  test("names the element that an office loses, and with which form", () => {
    expect(whatIf(input, { ...nothing, remove: ["甲"] }).lost).toEqual([
      { officeId: "局甲", form: "甲", element: 3, label: "项3", certain: true },
    ]);
  });

  test("a carrier that goes as well carries nothing", () => {
    const lost = whatIf(input, { ...nothing, remove: ["甲", "乙"] }).lost.map(({ form: id, element }) => [id, element]);
    expect(lost).toEqual([
      ["乙", 2],
      ["甲", 2],
      ["甲", 3],
    ]);
  });

  test("of a form whose figures are unknown says that hours and loss are not known", () => {
    const { unmeasured, lost, hours } = whatIf(input, { ...nothing, remove: ["戊"] });
    expect(unmeasured.map(({ missing }) => missing)).toEqual([["年次数"]]);
    expect(lost).toMatchObject([{ element: 5, certain: false }]);
    expect(hours.saved).toBe(0);
  });

  test("a merge saves what its ledger costs less, and one against a limit is computed and said", () => {
    const { hours, violations, lost } = whatIf(input, { ...nothing, merge: [["甲", "乙"]] });
    expect(hours.saved).toBeCloseTo(hoursOf(2), 9);
    expect([violations, lost]).toEqual([[], []]);
    expect(whatIf(input, { ...nothing, merge: [["甲", "丁"]] }).violations[0]).toContain("法定或锁定");
  });

  test("throws a RangeError on a form that is not there", () => {
    expect(() => whatIf(input, { ...nothing, remove: ["己"] })).toThrow(RangeError);
  });
});
