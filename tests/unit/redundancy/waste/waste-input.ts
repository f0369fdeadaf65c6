import fc from "fast-check";
import type { WorkLine } from "#lib/asset/vocabulary.ts";
import type { RedundancyForm, RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { element, form, someElements, someForms, someSources } from "../proposal/proposal-forms.ts";

const OFFICES = ["民政局", "残联", "公安局"];
const LINES: (WorkLine | null)[] = ["civil_affairs", "disabled", null];

/** A form as pages see it, of an office and a line that follow from its number. */
export function redundancyForm(
  id: string,
  elements: readonly number[],
  own: Partial<RedundancyForm> = {},
): RedundancyForm {
  const base = form(id, elements);
  return {
    ...base,
    workLine: null,
    frequency: "monthly",
    minutesRange: null,
    burden: null,
    burdenMissing: [],
    askedFields: elements.length,
    ...own,
  };
}

export function redundancyInput(
  forms: readonly RedundancyForm[],
  rest: Partial<RedundancyInput> = {},
): RedundancyInput {
  const numbers = new Set(forms.flatMap(({ fields }) => fields.map((field) => field.element)));
  return {
    forms,
    elements: [...numbers].map((number) => ({ ...element(number), key: `项${number}`, header: false, datum: null })),
    sources: [],
    officeNames: Object.fromEntries(OFFICES.map((name) => [name, `示范县${name}`])),
    ...rest,
  };
}

/** Forms of three offices and two lines, some of unknown hours. */
export const someInputs = (maxLength: number): fc.Arbitrary<RedundancyInput> =>
  fc
    .tuple(someForms(maxLength), someElements, someSources, fc.array(fc.nat(8), { minLength: maxLength, maxLength }))
    .map(([forms, elements, sources, draws]) => ({
      forms: forms.map((one, at) => ({
        ...redundancyForm(one.id, []),
        ...one,
        officeId: OFFICES[(draws[at] as number) % 3] as string,
        workLine: LINES[Math.floor((draws[at] as number) / 3)] as WorkLine | null,
        minutesRange: one.minutes === null ? null : { low: one.minutes / 2, high: one.minutes * 2 },
        askedFields: one.fields.length,
      })),
      elements: elements.map((one) => ({ ...one, key: one.name, header: false, datum: null })),
      sources,
      officeNames: {},
    }));
