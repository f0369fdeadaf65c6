import { formSubject } from "./form-subject.ts";
import { readFieldOf } from "./read-field.ts";
import type { FieldReading } from "./reading.ts";

/** A form as its fields are read: what people fill in, and the technical columns that nobody fills in. */
export type FormFields = {
  title: string;
  system?: string | null | undefined;
  fields: readonly { label: string; technical: boolean }[];
};

/** Reads the fields of a form in the light of each other: one answer a field, null for a technical column. */
export function readFields({ title, system, fields }: FormFields): (FieldReading | null)[] {
  const labels = fields.flatMap(({ label, technical }) => (technical ? [] : [label]));
  const subject = formSubject({ title, labels, ...(system != null && { system }) });
  return fields.map(({ label, technical }) => (technical ? null : readFieldOf(subject, label)));
}
