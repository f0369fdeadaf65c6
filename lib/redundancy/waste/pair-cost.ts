import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { areOnOneLine } from "../../region/region.ts";
import type { RedundancyInput } from "./input.ts";
import { wasteOf } from "./waste.ts";

/** What it takes in hours a year that two forms ask for the same data; or why that cannot be worked out. */
export type PairCost =
  | {
      is: "known";
      hours: number;
      /** By datum, the dearest first. */
      elements: readonly { element: number; key: string; hours: number }[];
    }
  | { is: "unknown"; missing: readonly { form: string; missing: readonly string[] }[] }
  /** Filled in by others, or about others, or one of the two does not say: the model then counts no datum as asked twice. */
  | { is: "apart"; differ: readonly string[] };

/** The cost of what two forms repeat, of an input that holds these two alone. */
export function pairCost(input: RedundancyInput): PairCost {
  const [a, b] = input.forms;
  if (a === undefined || b === undefined) throw new RangeError("比对费用要有两张表");
  const waste = wasteOf(input);
  if (waste.unmeasured.length > 0)
    return {
      is: "unknown",
      missing: waste.unmeasured.map(({ form, missing }) => ({ form: form.name, missing })),
    };
  const differ = [
    ...(a.respondent === b.respondent ? [] : [FORM_FIELDS.respondent.label]),
    ...(a.grain === b.grain && a.grain !== "other" ? [] : [FORM_FIELDS.grain.label]),
    ...(a.population === b.population ? [] : [FORM_FIELDS.population.label]),
    ...(areOnOneLine(a.regionCode, b.regionCode) ? [] : ["所在地区"]),
  ];
  const byElement = new Map<number, { element: number; key: string; hours: number }>();
  waste.eachPair(({ element, key }, one, other, hours) => {
    if (one.id === other.id) return;
    const sum = byElement.get(element) ?? { element, key, hours: 0 };
    byElement.set(element, { ...sum, hours: sum.hours + hours });
  });
  if (byElement.size === 0 && differ.length > 0) return { is: "apart", differ };
  const elements = [...byElement.values()];
  elements.sort((one, other) => other.hours - one.hours || one.element - other.element);
  return { is: "known", hours: elements.reduce((sum, { hours }) => sum + hours, 0), elements };
}
