import { formSubject } from "../field/form-subject.ts";
import { readFieldOf } from "../field/read-field.ts";
import type { AliasResolver } from "./alias.ts";
import { type ElementKey, elementOf } from "./element.ts";

/** A form as its elements are read: what people fill in, and the technical columns that nobody fills in. */
export type FormFields = {
  title: string;
  system?: string | null | undefined;
  fields: readonly { label: string; technical: boolean }[];
};

/** Reads the fields of a form in the light of each other: one answer a field, null where it asks nobody for a datum. */
export function readElements({ title, system, fields }: FormFields, resolve?: AliasResolver): (ElementKey | null)[] {
  const labels = fields.flatMap(({ label, technical }) => (technical ? [] : [label]));
  const subject = formSubject({ title, labels, ...(system != null && { system }) });
  return fields.map(({ label, technical }) => {
    const element = technical ? null : elementOf(readFieldOf(subject, label));
    return element === null || resolve === undefined ? element : resolve(element, label, title);
  });
}
