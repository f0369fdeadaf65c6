import { neededOnce } from "./lower-bound.ts";
import { type MeasuredForm, measureForms, type UnmeasuredForm } from "./measured-form.ts";
import type { Grain, ProposalInput } from "./model.ts";
import { proposalParameters } from "./parameters.ts";

/**
 * What asking for one element takes its respondents in hours a year, and how much of it is not needed. Each hour is under one
 * cause only: `repeated` (asked again), else `tooOften` (oftener than the datum changes), else `shared` (a source has it).
 */
export type ElementPrice = {
  element: number;
  respondent: string | null;
  grain: Grain;
  population: string | null;
  asked: readonly { form: string; officeId: string; label: string; hours: number }[];
  hours: { total: number; repeated: number; tooOften: number; shared: number; needed: number };
};

/** Every element that is asked, dearest waste first; forms with an unknown figure have no price and are listed. */
export function elementPrices(input: Pick<ProposalInput, "forms" | "elements" | "sources" | "parameters">): {
  prices: ElementPrice[];
  unmeasured: readonly UnmeasuredForm[];
} {
  const { forms, unmeasured } = measureForms(input, proposalParameters(input.parameters));
  const prices = [...Map.groupBy(forms, ({ block }) => block).values()].flatMap(blockPrices);
  const waste = ({ hours }: ElementPrice) => hours.total - hours.needed;
  prices.sort((one, other) => waste(other) - waste(one) || one.element - other.element);
  return { prices, unmeasured };
}

function blockPrices(forms: readonly MeasuredForm[]): ElementPrice[] {
  const [first] = forms;
  if (first === undefined) return [];
  const {
    grain,
    form: { respondent, population },
  } = first;
  const elements = [...new Set(forms.flatMap((form) => form.elements))];
  return elements.map((element) => {
    const needsIn = forms.flatMap((form) => {
      const asked = form.asked.find((need) => need.element === element);
      const need = asked ?? form.shared.find((one) => one.element === element);
      return need === undefined ? [] : [{ form, need, shared: asked === undefined }];
    });
    const asked = needsIn.flatMap(({ form, need }) =>
      form.form.fields.flatMap((field) =>
        field.element === element
          ? [
              {
                form: form.id,
                officeId: form.form.officeId,
                label: field.label,
                hours: (need.minutes * need.cells * form.times) / 60,
              },
            ]
          : [],
      ),
    );
    const total = asked.reduce((sum, { hours }) => sum + hours, 0);
    const once = neededOnce(needsIn.map(({ form, need }) => ({ ...need, times: form.times }))) / 60;
    const changing = neededOnce(needsIn.map(({ need }) => need)) / 60;
    const needed = neededOnce(needsIn.flatMap(({ need, shared }) => (shared ? [] : [need]))) / 60;
    return {
      element,
      respondent,
      grain,
      population,
      asked,
      hours: { total, repeated: total - once, tooOften: once - changing, shared: changing - needed, needed },
    };
  });
}
