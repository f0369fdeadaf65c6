import { ascending, descending } from "d3-array";
import type { WorkLine } from "../../asset/vocabulary.ts";
import type { WastedHours } from "../proposal/prices.ts";
import type { RedundancyElement, RedundancyForm } from "./input.ts";
import { formMatches, type Waste, type WastedAsking, type WasteFilter, wastedHours } from "./waste.ts";

/** Hours a year of some askings, and what of them is wasted why. */
export type HoursSum = { hours: number; wasted: WastedHours };

/** Of one element: how many forms and units ask for it, in which words. */
export type ElementWaste = HoursSum & {
  element: RedundancyElement;
  forms: number;
  offices: number;
  wordings: readonly string[];
};
/** Of one form. */
export type FormWaste = HoursSum & { form: RedundancyForm; elements: number };
/** Of one line of work; null is 条线未知. */
export type LineWaste = HoursSum & { workLine: WorkLine | null; forms: number; unmeasured: number };
/** Repeated hours between two units; `one` is the smaller id, and both are the same for two forms of one unit. */
export type OfficePairWaste = { one: string; other: string; hours: number; elements: number; forms: number };

/** The sum of all. */
export function sumOfAskings(askings: readonly WastedAsking[]): HoursSum {
  const sum: HoursSum = { hours: 0, wasted: { repeated: 0, tooOften: 0, shared: 0 } };
  for (const { hours, wasted } of askings) {
    sum.hours += hours;
    sum.wasted.repeated += wasted.repeated;
    sum.wasted.tooOften += wasted.tooOften;
    sum.wasted.shared += wasted.shared;
  }
  return sum;
}

/** The askings of the forms that a filter names; what is wasted of them was worked out among all forms. */
export function askingsOf({ askings }: Pick<Waste, "askings">, filter: WasteFilter): WastedAsking[] {
  return askings.filter(({ form }) => formMatches(form, filter));
}

/** Dearest waste first; equal ones by their number. */
export function byElement(askings: readonly WastedAsking[]): ElementWaste[] {
  return [...Map.groupBy(askings, ({ element }) => element)]
    .map(([element, own]) => ({
      element,
      ...sumOfAskings(own),
      forms: new Set(own.map(({ form }) => form.id)).size,
      offices: new Set(own.map(({ form }) => form.officeId)).size,
      wordings: [...new Set(own.map(({ label }) => label))].sort(ascending),
    }))
    .sort((one, other) => dearer(one, other) || one.element.element - other.element.element);
}

/** Dearest waste first; equal ones by id. */
export function byForm(askings: readonly WastedAsking[]): FormWaste[] {
  return [...Map.groupBy(askings, ({ form }) => form)]
    .map(([form, own]) => ({
      form,
      ...sumOfAskings(own),
      elements: new Set(own.map(({ element }) => element.element)).size,
    }))
    .sort((one, other) => dearer(one, other) || ascending(one.form.id, other.form.id));
}

/** Dearest waste first; with the forms of each line whose hours are not known. */
export function byLine(askings: readonly WastedAsking[], unmeasured: readonly { form: RedundancyForm }[]): LineWaste[] {
  const unknown = Map.groupBy(unmeasured, ({ form }) => form.workLine);
  const known = Map.groupBy(askings, ({ form }) => form.workLine);
  return [...new Set([...known.keys(), ...unknown.keys()])]
    .map((workLine) => {
      const own = known.get(workLine) ?? [];
      return {
        workLine,
        ...sumOfAskings(own),
        forms: new Set(own.map(({ form }) => form.id)).size,
        unmeasured: unknown.get(workLine)?.length ?? 0,
      };
    })
    .sort((one, other) => dearer(one, other) || ascending(one.workLine ?? "", other.workLine ?? ""));
}

/**
 * Repeated hours by the two units whose forms repeat each other, dearest first. Of all forms they add up to what is repeated in all;
 * a filter keeps the pairs of which at least one form is among those it names.
 */
export function byOfficePair(waste: Waste, filter: WasteFilter, element?: number): OfficePairWaste[] {
  type Sum = { one: string; other: string; hours: number; elements: Set<number>; forms: Set<string> };
  const sums = new Map<string, Sum>();
  for (const { element: asked, one, other, hours } of waste.pairs()) {
    if (element !== undefined && asked.element !== element) continue;
    if (!formMatches(one, filter) && !formMatches(other, filter)) continue;
    const [first, second] = [one.officeId, other.officeId].sort() as [string, string];
    const key = `${first} ${second}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { one: first, other: second, hours: 0, elements: new Set(), forms: new Set() };
      sums.set(key, sum);
    }
    sum.hours += hours;
    sum.elements.add(asked.element);
    sum.forms.add(one.id).add(other.id);
  }
  return [...sums.values()]
    .map(({ elements, forms, ...pair }) => ({ ...pair, elements: elements.size, forms: forms.size }))
    .sort((a, b) => descending(a.hours, b.hours) || ascending(a.one, b.one) || ascending(a.other, b.other));
}

/** What two units' forms repeat of each other by element, as askings of those forms would be summed: repeated hours only. */
export function pairByElement(waste: Waste, [one, other]: readonly [string, string]): ElementWaste[] {
  const [first, second] = [one, other].sort();
  type Sum = { hours: number; forms: Set<string>; offices: Set<string> };
  const sums = new Map<RedundancyElement, Sum>();
  for (const pair of waste.pairs()) {
    const [a, b] = [pair.one.officeId, pair.other.officeId].sort();
    if (a !== first || b !== second) continue;
    let sum = sums.get(pair.element);
    if (sum === undefined) {
      sum = { hours: 0, forms: new Set(), offices: new Set() };
      sums.set(pair.element, sum);
    }
    sum.hours += pair.hours;
    sum.forms.add(pair.one.id).add(pair.other.id);
    sum.offices.add(pair.one.officeId).add(pair.other.officeId);
  }
  const wordings = Map.groupBy(waste.askings, ({ element }) => element);
  return [...sums]
    .map(([element, { hours, forms, offices }]) => ({
      element,
      hours,
      wasted: { repeated: hours, tooOften: 0, shared: 0 },
      forms: forms.size,
      offices: offices.size,
      wordings: [
        ...new Set((wordings.get(element) ?? []).flatMap(({ form, label }) => (forms.has(form.id) ? [label] : []))),
      ].sort(ascending),
    }))
    .sort((a, b) => dearer(a, b) || a.element.element - b.element.element);
}

function dearer(one: HoursSum, other: HoursSum): number {
  return descending(wastedHours(one.wasted), wastedHours(other.wasted));
}
