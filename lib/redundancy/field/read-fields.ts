import { type FormSubject, formSubject } from "./form-subject.ts";
import { readFieldOf } from "./read-field.ts";
import type { FieldReading } from "./reading.ts";

/** A form as its fields are read: what people fill in, and the technical columns that nobody fills in. */
export type FormFields = {
  title: string;
  system?: string | null | undefined;
  fields: readonly { label: string; technical: boolean }[];
};

/** Reads the fields of a form in the light of each other: one answer a field, null for a technical column. */
export function readFields(form: FormFields): (FieldReading | null)[] {
  const subject = subjectOf(form);
  return form.fields.map(({ label, technical }) => (technical ? null : readFieldOf(subject, label)));
}

/** Whom a form is about, by what it asks people. */
export function subjectOf({ title, system, fields }: FormFields): FormSubject {
  const labels = fields.flatMap(({ label, technical }) => (technical ? [] : [label]));
  return formSubject({ title, labels, ...(system != null && { system }) });
}
