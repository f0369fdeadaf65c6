import { formSubject } from "../field/form-subject.ts";
import { readFieldOf } from "../field/read-field.ts";
import { type FieldReading, readingKey } from "../field/reading.ts";
import { isHeader } from "./header.ts";

/** A form as it is compared: its title and the labels of what people fill in, in order. */
export type FormText = { title: string; system?: string; labels: readonly string[] };

/** A form as a set of elements. Data of its own matter are named without it, so that one template under two titles is one set. */
export type FormReading = {
  title: string;
  fields: readonly FieldReading[];
  elements: ReadonlyMap<string, { label: string; header: boolean }>;
};

/** Reads all fields of a form in the light of each other. */
export function readForm({ title, system, labels }: FormText): FormReading {
  const subject = formSubject({ title, labels, ...(system !== undefined && { system }) });
  const elements = new Map<string, { label: string; header: boolean }>();
  const fields = labels.map((label) => {
    const field = readFieldOf(subject, label);
    const key = field.readings.map((reading) => readingKey({ ...reading, matter: "" })).join(" | ");
    if (!elements.has(key)) elements.set(key, { label, header: field.readings.every(isHeader) });
    return field;
  });
  return { title, fields, elements };
}
