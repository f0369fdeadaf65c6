import { aliasResolver, type ElementAlias } from "../element/alias.ts";
import { elementOf } from "../element/element.ts";
import { formSubject } from "../field/form-subject.ts";
import { readFieldOf } from "../field/read-field.ts";
import type { FieldReading } from "../field/reading.ts";

/** A running form as far as questions go; hours a year that it costs, null or absent where they are not known. */
export type QuestionForm = {
  id: string;
  title: string;
  system?: string | null | undefined;
  /** Who fills it in; null is unknown, and may be anybody. */
  respondent: string | null;
  fields: readonly { label: string; technical: boolean }[];
  hours?: number | null | undefined;
};

/** A form that asks for an element, and the hours a year that this one field costs. */
export type Asker = { id: string; respondent: string | null; hours: number | null };

/** An element with the label that most forms ask for it by, and all forms that ask for it. */
export type AskedElement = {
  key: string;
  reading: FieldReading;
  label: string;
  form: { id: string; title: string };
  askers: readonly Asker[];
};

type Place = { reading: FieldReading; label: string; form: QuestionForm };

/** All elements that forms ask for, by key; whatever order the forms come in. */
export function askedElements(forms: readonly QuestionForm[], aliases: readonly ElementAlias[]): AskedElement[] {
  const resolve = aliasResolver(aliases);
  const places = new Map<string, Place[]>();
  const hours = new Map<QuestionForm, number | null>();
  for (const form of forms) {
    const { title, system, fields } = form;
    const labels = fields.flatMap(({ label, technical }) => (technical ? [] : [label]));
    const subject = formSubject({ title, labels, ...(system != null && { system }) });
    let asked = 0;
    for (const label of labels) {
      const reading = readFieldOf(subject, label);
      const read = elementOf(reading);
      if (read === null) continue;
      asked++;
      const { key } = resolve(read, label, title);
      const there = places.get(key);
      if (there) there.push({ reading, label, form });
      else places.set(key, [{ reading, label, form }]);
    }
    hours.set(form, form.hours == null || asked === 0 ? null : form.hours / asked);
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, at]) => {
      const { reading, label, form } = commonest(at);
      const askers = [...new Map(at.map((place) => [place.form.id, place.form])).values()].map((asker) => ({
        id: asker.id,
        respondent: asker.respondent,
        hours: hours.get(asker) ?? null,
      }));
      return { key, reading, label, form: { id: form.id, title: form.title }, askers };
    });
}

/** The place with the label that most places have, on the form that comes first by title. */
function commonest(places: readonly Place[]): Place {
  const count = new Map<string, number>();
  for (const { label } of places) count.set(label, (count.get(label) ?? 0) + 1);
  const before = (a: Place, b: Place) =>
    (count.get(b.label) as number) - (count.get(a.label) as number) ||
    order(a.label, b.label) ||
    order(a.form.title, b.form.title) ||
    order(a.form.id, b.form.id);
  return places.reduce((best, place) => (before(place, best) < 0 ? place : best));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
