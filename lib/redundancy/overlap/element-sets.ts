import type { FormReading } from "../form/read-form.ts";

/** The elements of forms as sets of integers, and which element each integer is. */
export type ElementSets = { sets: readonly (readonly number[])[]; elements: readonly string[] };

/** Numbers the elements of forms in the order in which they are first met. */
export function elementSets(forms: readonly Pick<FormReading, "elements">[]): ElementSets {
  const numbers = new Map<string, number>();
  const sets = forms.map(({ elements }) =>
    [...elements.keys()].map((key) => {
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      return number;
    }),
  );
  return { sets, elements: [...numbers.keys()] };
}
