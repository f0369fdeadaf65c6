import { byRoot, linesOf } from "../../region/lines.ts";
import { type MeasuredForm, measureForms, type Need, type UnmeasuredForm } from "./measured-form.ts";
import type { Grain, ProposalField, ProposalInput } from "./model.ts";
import { proposalParameters } from "./parameters.ts";
import { divideRepetition, type Repetition, type WastedMinutes } from "./repetition.ts";

/** Hours a year that are not needed; each hour is under one cause only. */
export type WastedHours = {
  /** Asked again of the same respondents. */
  repeated: number;
  /** Else asked oftener than the datum changes. */
  tooOften: number;
  /** Else asked although a source has it. */
  shared: number;
};

/** One field that asks for an element: its hours, and what of them is not needed. */
export type PricedAsking = { form: string; officeId: string; label: string; hours: number; wasted: WastedHours };

/**
 * What asking for one element takes the respondents of one block in hours a year, and how much of it is not needed: `repeated` +
 * `tooOften` + `shared` + `needed` = `total`, and the same of every asking adds up to that.
 */
export type ElementPrice = {
  element: number;
  /** Forms of one block ask for the same rows, in one region and those below it: those on one line ask the same people. */
  block: string;
  respondent: string | null;
  grain: Grain;
  population: string | null;
  asked: readonly PricedAsking[];
  hours: { total: number; needed: number } & WastedHours;
  /** Tells the repeated hours between each two askings, by their places in `asked`; they add up to `hours.repeated`. */
  eachPair: (told: (one: number, other: number, hours: number) => void) => void;
};

export type ElementPrices = {
  /** Dearest waste first. */
  prices: ElementPrice[];
  forms: readonly MeasuredForm[];
  /** Forms with an unknown figure have no price. */
  unmeasured: readonly UnmeasuredForm[];
};

/** Every element that is asked of every block of respondents. */
export function elementPrices(
  input: Pick<ProposalInput, "forms" | "elements" | "sources" | "parameters">,
): ElementPrices {
  const { forms, unmeasured } = measureForms(input, proposalParameters(input.parameters));
  const prices = [...Map.groupBy(forms, ({ rowsOf }) => rowsOf).values()].flatMap((alike) => {
    const blocks = byRoot(alike, ({ form }) => form.regionCode);
    return [...blocks].flatMap(([root, own]) => blockPrices(`${own[0]?.rowsOf} ${root}`, own));
  });
  const waste = ({ hours }: ElementPrice) => hours.total - hours.needed;
  prices.sort((one, other) => waste(other) - waste(one) || one.element - other.element);
  return { prices, forms, unmeasured };
}

const CAUSES = ["repeated", "tooOften", "shared"] as const;

type FieldNeed = { form: MeasuredForm; need: Need; field: ProposalField; shared: boolean };

function blockPrices(block: string, forms: readonly MeasuredForm[]): ElementPrice[] {
  const needs = forms.flatMap((form): FieldNeed[] => {
    const needOf = new Map([...form.asked, ...form.shared].map((need) => [need.element, need]));
    const shared = new Set(form.shared.map(({ element }) => element));
    return form.form.fields.map((field) => ({
      form,
      need: needOf.get(field.element) as Need,
      field,
      shared: shared.has(field.element),
    }));
  });
  return [...Map.groupBy(needs, ({ field }) => field.element)].map(([element, asking]) =>
    elementPrice(block, element, asking),
  );
}

function elementPrice(block: string, element: number, asking: readonly FieldNeed[]): ElementPrice {
  const { form: first } = asking[0] as FieldNeed;
  const { shares, needed, eachPair } = divideByLine(asking);
  const hours = { total: 0, needed: needed / 60, repeated: 0, tooOften: 0, shared: 0 };
  const asked = asking.map(({ form, need, field }, place): PricedAsking => {
    const minutes = shares[place] as WastedMinutes;
    const wasted = {
      repeated: minutes.repeated / 60,
      tooOften: minutes.tooOften / 60,
      shared: minutes.shared / 60,
    };
    const own = (need.minutes * need.cells * form.times) / 60;
    hours.total += own;
    for (const cause of CAUSES) hours[cause] += wasted[cause];
    return { form: form.id, officeId: form.form.officeId, label: field.label, hours: own, wasted };
  });
  const { respondent, population } = first.form;
  return {
    element,
    block,
    respondent,
    grain: first.grain,
    population,
    asked,
    hours,
    eachPair: (told) => eachPair((one, other, minutes) => told(one, other, minutes / 60)),
  };
}

/** Divides the waste line by line: who sits in one place is asked again by what is asked there and above, not by what is asked elsewhere. */
function divideByLine(asking: readonly FieldNeed[]): Repetition {
  const shares = asking.map((): WastedMinutes => ({ repeated: 0, tooOften: 0, shared: 0 }));
  const lines = linesOf(asking.map(({ form }) => form.form.regionCode));
  const divided = lines.map((line) => {
    const given = line.map(({ place, part }) => {
      const { form, need, shared } = asking[place] as FieldNeed;
      return {
        cells: need.cells * part,
        asked: need.minutes * form.times,
        needed: need.minutes * need.times,
        shared,
      };
    });
    const own = divideRepetition(given);
    for (const [at, { place }] of line.entries())
      for (const cause of CAUSES) (shares[place] as WastedMinutes)[cause] += (own.shares[at] as WastedMinutes)[cause];
    return { line, ...own };
  });
  return {
    shares,
    needed: divided.reduce((sum, { needed }) => sum + needed, 0),
    eachPair: (told) => {
      for (const { line, eachPair } of divided)
        eachPair((one, other, minutes) => told(line[one]?.place as number, line[other]?.place as number, minutes));
    },
  };
}
