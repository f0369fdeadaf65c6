import fc from "fast-check";
import type { ElementFacts, Grain, ProposalForm, ProposalInput, Source } from "#lib/redundancy/proposal/model.ts";

export const COUNTY = "990101000000";
export const TOWN = "990101001000";
export const OTHER_TOWN = "990101002000";

/** A monthly form of residents that one village fills with ten rows, unless said otherwise. */
export function form(id: string, elements: readonly number[], own: Partial<ProposalForm> = {}): ProposalForm {
  return {
    id,
    name: `表${id}`,
    officeId: `局${id}`,
    regionCode: COUNTY,
    respondent: "村（社区）",
    grain: "resident",
    population: null,
    timesPerYear: 12,
    units: 1,
    rows: 10,
    minutes: null,
    setupMinutes: null,
    fields: elements.map((element) => ({ element, label: `项${element}` })),
    locked: false,
    ...own,
  };
}

export function element(number: number, own: Partial<ElementFacts> = {}): ElementFacts {
  return {
    element: number,
    name: `项${number}`,
    sensitivity: null,
    changesPerYear: null,
    identifying: false,
    minutesPerCell: null,
    ...own,
  };
}

export const source = (number: number, own: Partial<Source> = {}): Source => ({
  element: number,
  grain: "resident",
  department: "公安局",
  timesPerYear: 365,
  offices: null,
  ...own,
});

const ELEMENTS = 9;
const times = fc.constantFrom(1, 2, 4, 12, 52);

/** Forms that have much in common, of two grains and of a county and two of its towns, some locked and some of unknown frequency. */
export const someForms = (maxLength: number, own: Partial<ProposalForm> = {}) =>
  fc
    .array(
      fc.record({
        elements: fc.uniqueArray(fc.integer({ min: 1, max: ELEMENTS }), { minLength: 1, maxLength: 6 }),
        timesPerYear: fc.option(times, { freq: 12, nil: null }),
        units: fc.constantFrom(1, 3),
        rows: fc.constantFrom(1, 10, 40),
        minutes: fc.constantFrom(null, null, 30, 240),
        setupMinutes: fc.constantFrom(null, null, 10),
        grain: fc.constantFrom<Grain>("resident", "resident", "resident", "household"),
        population: fc.constantFrom(null, null, null, "残疾人"),
        locked: fc.constantFrom(false, false, false, false, true),
        regionCode: fc.constantFrom(COUNTY, COUNTY, COUNTY, TOWN, OTHER_TOWN),
      }),
      { minLength: 1, maxLength },
    )
    .map((drafts) =>
      drafts.map(({ elements, ...rest }, index) =>
        form(`f${String(index).padStart(2, "0")}`, elements, { ...rest, ...own }),
      ),
    );

export const someElements = fc
  .array(
    fc.record({
      sensitivity: fc.constantFrom(null, 0, 1, 2),
      changesPerYear: fc.constantFrom(null, 0, 1, 12),
      identifying: fc.constantFrom(false, false, true),
      minutesPerCell: fc.constantFrom(null, 0.2, 2),
    }),
    { minLength: ELEMENTS, maxLength: ELEMENTS },
  )
  .map((facts) => facts.map((own, index) => element(index + 1, own)));

export const someSources = fc
  .array(
    fc.record({
      element: fc.integer({ min: 1, max: ELEMENTS }),
      timesPerYear: fc.constantFrom(null, 1, 12),
      grain: fc.constantFrom<Grain>("resident", "household"),
      offices: fc.constantFrom(null, ["局f00", "局f01"]),
    }),
    { maxLength: 4 },
  )
  .map((drafts) => drafts.map(({ element: number, ...own }) => source(number, own)));

export const proposalInputs = (maxForms: number): fc.Arbitrary<ProposalInput> =>
  fc.record({ forms: someForms(maxForms), elements: someElements, sources: someSources });

export const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
