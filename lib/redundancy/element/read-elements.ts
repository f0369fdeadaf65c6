import { type FormFields, readFields } from "../field/read-fields.ts";
import type { AliasResolver } from "./alias.ts";
import { type ElementKey, elementOf } from "./element.ts";

/** Reads the fields of a form as data items: one answer a field, null where it asks nobody for a datum. */
export function readElements(form: FormFields, resolve?: AliasResolver): (ElementKey | null)[] {
  return readFields(form).map((reading) => {
    if (reading === null) return null;
    const element = elementOf(reading);
    return element === null || resolve === undefined ? element : resolve(element, reading.label, form.title);
  });
}
