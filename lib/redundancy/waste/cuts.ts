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
      wordings: wordingsOf(own),
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
  const sums = new OfficePairs(waste);
  const matches = new Map(waste.measured.map(({ form }) => [form, formMatches(form, filter)]));
  waste.eachPair((asked, one, other, hours) => {
    if (matches.get(one) || matches.get(other)) sums.add(one, other, asked.element, hours);
  }, element);
  return sums
    .rows()
    .sort((a, b) => descending(a.hours, b.hours) || ascending(a.one, b.one) || ascending(a.other, b.other));
}

/** Sums by two offices, in arrays by number: there are millions of pairs of askings, and few of offices. */
class OfficePairs {
  private readonly offices: readonly string[];
  private readonly officeOf: ReadonlyMap<RedundancyForm, number>;
  private readonly placeOf: ReadonlyMap<RedundancyForm, number>;
  private readonly sums: (PairSum | undefined)[];

  constructor({ measured }: Pick<Waste, "measured">) {
    this.offices = [...new Set(measured.map(({ form }) => form.officeId))].sort(ascending);
    const numberOf = new Map(this.offices.map((office, at) => [office, at]));
    this.officeOf = new Map(measured.map(({ form }) => [form, numberOf.get(form.officeId) as number]));
    this.placeOf = new Map(measured.map(({ form }, at) => [form, at]));
    this.sums = new Array(this.offices.length ** 2);
  }

  add(one: RedundancyForm, other: RedundancyForm, element: number, hours: number): void {
    const a = this.officeOf.get(one) as number;
    const b = this.officeOf.get(other) as number;
    const key = Math.min(a, b) * this.offices.length + Math.max(a, b);
    let sum = this.sums[key];
    if (sum === undefined) {
      sum = { hours: 0, elements: new Set(), last: -1, forms: new Uint8Array(this.placeOf.size) };
      this.sums[key] = sum;
    }
    sum.hours += hours;
    // Pairs come element by element.
    if (sum.last !== element) {
      sum.last = element;
      sum.elements.add(element);
    }
    sum.forms[this.placeOf.get(one) as number] = 1;
    sum.forms[this.placeOf.get(other) as number] = 1;
  }

  rows(): OfficePairWaste[] {
    const { offices } = this;
    return this.sums.flatMap((sum, key) =>
      sum === undefined
        ? []
        : {
            one: offices[Math.floor(key / offices.length)] as string,
            other: offices[key % offices.length] as string,
            hours: sum.hours,
            elements: sum.elements.size,
            forms: sum.forms.reduce((count, is) => count + is, 0),
          },
    );
  }
}

type PairSum = { hours: number; elements: Set<number>; last: number; forms: Uint8Array };

/** What two units' forms repeat of each other by element, as askings of those forms would be summed: repeated hours only. */
export function pairByElement(waste: Waste, [one, other]: readonly [string, string]): ElementWaste[] {
  type Sum = { hours: number; forms: Set<RedundancyForm> };
  const sums = new Map<RedundancyElement, Sum>();
  const isPair = (a: string, b: string) => (a === one && b === other) || (a === other && b === one);
  waste.eachPair((element, first, second, hours) => {
    if (!isPair(first.officeId, second.officeId)) return;
    let sum = sums.get(element);
    if (sum === undefined) {
      sum = { hours: 0, forms: new Set() };
      sums.set(element, sum);
    }
    sum.hours += hours;
    sum.forms.add(first).add(second);
  });
  const askings = Map.groupBy(waste.askings, ({ element }) => element);
  return [...sums]
    .map(([element, { hours, forms }]) => ({
      element,
      hours,
      wasted: { repeated: hours, tooOften: 0, shared: 0 },
      forms: forms.size,
      offices: new Set([...forms].map(({ officeId }) => officeId)).size,
      wordings: wordingsOf((askings.get(element) ?? []).filter(({ form }) => forms.has(form))),
    }))
    .sort((a, b) => dearer(a, b) || a.element.element - b.element.element);
}

const wordingsOf = (askings: readonly WastedAsking[]) =>
  [...new Set(askings.map(({ label }) => label))].sort(ascending);

function dearer(one: HoursSum, other: HoursSum): number {
  return descending(wastedHours(one.wasted), wastedHours(other.wasted));
}
