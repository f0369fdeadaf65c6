import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeasuredForm, measureForms } from "#lib/redundancy/proposal/measured-form.ts";
import type { ProposalForm } from "#lib/redundancy/proposal/model.ts";
import { PROPOSAL_PARAMETERS, proposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import { element, form, someElements, someForms } from "./proposal-forms.ts";

const measured = (forms: ProposalForm[]): MeasuredForm[] =>
  measureForms({ forms, elements: [], sources: [] }, proposalParameters()).forms;
const one = (own: Partial<ProposalForm>): MeasuredForm => {
  const [found] = measured([form("甲", [1, 2], own)]);
  if (found === undefined) throw new Error("不能测算");
  return found;
};

describe("measureForms(input)", () => {
  test("takes the minutes that were counted, to the minute, whatever the parameters and the rows", () => {
    fc.assert(
      fc.property(
        someForms(8, { timesPerYear: 12 }),
        someElements,
        fc.constantFrom(0, 0.5, 3),
        fc.constantFrom(0, 20, 900),
        (forms, elements, minutesPerCell, setupMinutes) => {
          const parameters = proposalParameters({ minutesPerCell, setupMinutes });
          for (const found of measureForms({ forms, elements, sources: [] }, parameters).forms) {
            const { minutes, units } = found.form;
            if (minutes !== null) expect(found.before).toBeCloseTo(minutes * (units as number) * 12, 6);
          }
        },
      ),
    );
  });

  test("divides counted minutes into the form's own setup, and rows that the rest allows", () => {
    expect(one({ minutes: 50, setupMinutes: 10, rows: 3 })).toMatchObject({ setup: 10, rows: 40 });
  });

  test("takes off the usual setup where nobody has split the minutes, but no more than the stated share", () => {
    expect(one({ minutes: 100 })).toMatchObject({ setup: 20, rows: 80 });
    expect(one({ minutes: 30 })).toMatchObject({ setup: 15, rows: 15 });
  });

  test("counts rows and minutes a cell where nobody has counted minutes", () => {
    expect(one({ rows: 4 })).toMatchObject({ setup: 20, rows: 4, before: (20 + 4 * 2 * 0.5) * 12 });
  });

  test("lists a form of which neither minutes nor rows are known", () => {
    const { forms, unmeasured } = measureForms(
      { forms: [form("甲", [1], { rows: null })], elements: [], sources: [] },
      proposalParameters(),
    );
    expect(forms).toEqual([]);
    expect(unmeasured.map(({ missing }) => missing)).toEqual([["每次分钟数或每单位行数"]]);
  });

  test("puts forms whose respondent nobody has named into one block, and populations however they are written", () => {
    const [first, second, other] = measured(
      [
        form("甲", [1], { respondent: null, population: "残疾人" }),
        form("乙", [1], { respondent: null, population: " 残疾 人" }),
        form("丙", [1], { respondent: null, population: "低保户" }),
      ].map((given, at) => ({ ...given, id: String(at) })),
    );
    expect(second?.block).toBe(first?.block);
    expect(other?.block).not.toBe(first?.block);
  });
});

describe("proposalParameters(set)", () => {
  test("names the figure that is out of its limits", () => {
    const { label } = PROPOSAL_PARAMETERS.setupShare;
    expect(() => proposalParameters({ setupShare: 1.5 })).toThrow(`${label}不能大于 1`);
    expect(() => proposalParameters({ setupShare: -0.1 })).toThrow(`${label}不能小于 0`);
  });

  test("needs a datum no oftener than it changes, but of events each time: they are others each time", () => {
    const timesOf = (grain: ProposalForm["grain"]) =>
      measureForms(
        { forms: [form("甲", [1], { grain })], elements: [element(1, { changesPerYear: 1 })], sources: [] },
        proposalParameters(),
      ).forms[0]?.asked[0]?.times;
    expect(timesOf("resident")).toBe(1);
    expect(timesOf("event")).toBe(12);
  });

  test("needs what says whom a row is about as often as the rest of the row, however seldom it changes", () => {
    const name = element(1, { changesPerYear: 0, identifying: true });
    const timesOf = (rest: number | null) =>
      measureForms(
        { forms: [form("甲", [1, 2])], elements: [name, element(2, { changesPerYear: rest })], sources: [] },
        proposalParameters(),
      ).forms[0]?.asked.map(({ times }) => times);
    expect(timesOf(4)).toEqual([4, 4]);
    expect(timesOf(null)).toEqual([12, 12]);
    expect(timesOf(0)).toEqual([1, 1]);
  });
});
