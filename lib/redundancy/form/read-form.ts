import { elementOf } from "../element/element.ts";
import { formSubject } from "../field/form-subject.ts";
import { readFieldOf } from "../field/read-field.ts";
import type { FieldReading } from "../field/reading.ts";
import { wordingsOf } from "./wordings.ts";

/** A form as it is compared: its title and the labels of what people fill in, in order. */
export type FormText = { title: string; system?: string; labels: readonly string[] };

/** A form as a set of elements, each with the first label that asks for it. */
export type FormReading = {
  title: string;
  fields: readonly FieldReading[];
  elements: ReadonlyMap<string, { label: string; header: boolean }>;
  /** See `wordings.ts`. */
  wordings: ReadonlySet<string>;
};

/** Reads all fields of a form in the light of each other. */
export function readForm({ title, system, labels }: FormText): FormReading {
  const subject = formSubject({ title, labels, ...(system !== undefined && { system }) });
  const elements = new Map<string, { label: string; header: boolean }>();
  const fields = labels.map((label) => readFieldOf(subject, label));
  const asking = fields.map((field, at) => ({ label: labels[at] as string, element: elementOf(field) }));
  for (const { label, element } of asking)
    if (element && !elements.has(element.key)) elements.set(element.key, { label, header: element.header });
  return { title, fields, elements, wordings: wordingsOf(title, asking) };
}
