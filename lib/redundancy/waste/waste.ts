import type { WorkLine } from "../../asset/vocabulary.ts";
import { inputLabel } from "../../burden/inputs.ts";
import { type MeasuredForm, MISSING_LABEL } from "../proposal/measured-form.ts";
import { type ElementPrice, elementPrices, type WastedHours } from "../proposal/prices.ts";
import type { RedundancyElement, RedundancyForm, RedundancyInput } from "./input.ts";

/** Why hours are wasted; an hour is under the first cause that holds. */
export const WASTE_CAUSES = ["repeated", "tooOften", "shared"] as const satisfies readonly (keyof WastedHours)[];
export type WasteCause = (typeof WASTE_CAUSES)[number];
export const WASTE_CAUSE_LABEL: Record<WasteCause, string> = {
  repeated: "重复填报",
  tooOften: "超过变动频率",
  shared: "可共享仍收集",
};
export const WASTE_CAUSE_MEANING: Record<WasteCause, string> = {
  repeated: "同一批填报对象的同一数据项，被几张表各要一遍。每一行只保留次数最多的那一次，其余算重复。",
  tooOften:
    "去掉重复后，填报次数仍多于数据自身一年变动次数的部分；一年至少算一次，姓名、证号、村名这类指明一行是谁、在哪里的随其他数据计。",
  shared: "去掉前两项后，数源部门已经掌握、可以无条件共享、更新也跟得上，却仍要基层填的部分。",
};

/** One field of one form: its hours a year, and what of them is wasted why. */
export type WastedAsking = {
  element: RedundancyElement;
  form: RedundancyForm;
  /** Askings of one element and block repeat each other. */
  block: string;
  label: string;
  hours: number;
  wasted: WastedHours;
};

/** Is told the hours that two forms ask of the same people twice, of one element; one and the same form may be both. */
export type PairTold = (element: RedundancyElement, one: RedundancyForm, other: RedundancyForm, hours: number) => void;

/** A form of which hours are not known, and what is missing of it. */
export type UnmeasuredWaste = { form: RedundancyForm; missing: readonly string[] };

/** The hours of a form, what of them no field takes, and the rows that one unit fills each time as they were reckoned. */
export type MeasuredWaste = { form: RedundancyForm; hours: number; setup: number; rows: number };

export type Waste = {
  askings: readonly WastedAsking[];
  measured: readonly MeasuredWaste[];
  unmeasured: readonly UnmeasuredWaste[];
  /** Tells what each two askings repeat, of all elements or of one; there may be millions. */
  eachPair: (told: PairTold, element?: number) => void;
};

/** Who wastes hours where: every asking with what of it is not needed, at the middle of what forms take unless said otherwise. */
export function wasteOf(input: RedundancyInput, at: "low" | "mid" | "high" = "mid"): Waste {
  const forms = new Map(input.forms.map((form) => [form.id, atEnd(form, at)]));
  const elements = new Map(input.elements.map((one) => [one.element, one]));
  const { prices, forms: measured, unmeasured } = elementPrices({ ...input, forms: [...forms.values()] });
  const formOf = (id: string) => forms.get(id) as RedundancyForm;
  const elementOf = ({ element }: ElementPrice) => elements.get(element) as RedundancyElement;
  return {
    askings: prices.flatMap((price) =>
      price.asked.map(({ form, label, hours, wasted }) => ({
        element: elementOf(price),
        form: formOf(form),
        block: price.block,
        label,
        hours,
        wasted,
      })),
    ),
    measured: measured.map((one) => measuredHours(one, formOf(one.id))),
    unmeasured: unmeasured.map(({ form, missing }) => ({
      form: formOf(form.id),
      missing: namedMissing(formOf(form.id), missing),
    })),
    eachPair: (told, only) => {
      for (const price of prices) {
        if (only !== undefined && price.element !== only) continue;
        const asked = price.asked.map(({ form }) => formOf(form));
        const element = elementOf(price);
        price.eachPair((one, other, hours) =>
          told(element, asked[one] as RedundancyForm, asked[other] as RedundancyForm, hours),
        );
      }
    },
  };
}

function atEnd(form: RedundancyForm, at: "low" | "mid" | "high"): RedundancyForm {
  return at === "mid" || form.minutesRange === null ? form : { ...form, minutes: form.minutesRange[at] };
}

function measuredHours({ before, beforeSetup, rows }: MeasuredForm, form: RedundancyForm): MeasuredWaste {
  return { form, hours: before / 60, setup: beforeSetup / 60, rows };
}

const TIMES_LABELS = [inputLabel("frequency"), inputLabel("timesPerYear")];

/** What is missing in the words of the page that takes it: which of the factors of the minutes, and why no field is known. */
function namedMissing(form: RedundancyForm, missing: readonly string[]): string[] {
  const { burdenMissing, askedFields } = form;
  const ofTimes = burdenMissing.filter((label) => TIMES_LABELS.includes(label));
  const ofMinutes = burdenMissing.filter((label) => ![...TIMES_LABELS, MISSING_LABEL.units].includes(label));
  const named = missing.flatMap((label) => {
    if (label === MISSING_LABEL.fields) return askedFields > 0 ? "能识别的字段" : label;
    if (label === MISSING_LABEL.timesPerYear && ofTimes.length > 0) return ofTimes;
    return label === MISSING_LABEL.rows && ofMinutes.length > 0 ? ofMinutes : label;
  });
  return [...new Set(named)];
}

/** All that is wasted of something, whatever the cause, or under one cause. */
export function wastedHours({ repeated, tooOften, shared }: WastedHours): number {
  return repeated + tooOften + shared;
}

/** Which askings are looked at; an absent member does not narrow. */
export type WasteFilter = {
  workLine?: WorkLine | "unknown" | undefined;
  officeId?: string | undefined;
  grain?: RedundancyForm["grain"] | "unknown" | undefined;
  /** As it is written for users; "unknown" where nobody has said. */
  respondent?: string | undefined;
  formId?: string | undefined;
};

/** Whether a form is among those looked at. */
export function formMatches(form: RedundancyForm, filter: WasteFilter): boolean {
  const { workLine, officeId, grain, respondent, formId } = filter;
  const is = (value: string | null, wanted: string | null | undefined) =>
    wanted === undefined || (wanted === "unknown" ? value === null || value === "unknown" : value === wanted);
  return (
    is(form.workLine, workLine) &&
    is(form.officeId, officeId) &&
    is(form.grain, grain) &&
    is(form.respondent, respondent) &&
    (formId === undefined || form.id === formId)
  );
}
