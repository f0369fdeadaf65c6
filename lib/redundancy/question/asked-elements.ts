import { ascending } from "d3-array";
import { aliasResolver, type ElementAlias } from "../element/alias.ts";
import { elementOf } from "../element/element.ts";
import { type FormFields, readFields } from "../field/read-fields.ts";
import type { FieldReading } from "../field/reading.ts";

/** A running form as far as questions go; hours a year that it costs, null or absent where they are not known. */
export type QuestionForm = FormFields & {
  id: string;
  regionCode: string;
  /** Who fills it in; null is unknown, and may be anybody. */
  respondent: string | null;
  hours?: number | null | undefined;
};

/** A form that asks for an element, and the hours a year that this one field costs. */
export type Asker = { id: string; regionCode: string; respondent: string | null; hours: number | null };

/** An element with the reading of the label that most forms ask for it by, and all forms that ask for it. */
export type AskedElement = {
  key: string;
  reading: FieldReading;
  form: { id: string; title: string };
  askers: readonly Asker[];
};

type Place = { reading: FieldReading; form: QuestionForm };

/** All elements that forms ask for, by key; whatever order the forms come in. */
export function askedElements(forms: readonly QuestionForm[], aliases: readonly ElementAlias[]): AskedElement[] {
  const resolve = aliasResolver(aliases);
  const places = new Map<string, Place[]>();
  const hours = new Map<QuestionForm, number | null>();
  for (const form of forms) {
    let asked = 0;
    for (const reading of readFields(form)) {
      const read = reading && elementOf(reading);
      if (reading === null || read === null) continue;
      asked++;
      const { key } = resolve(read, reading.label, form.title);
      const there = places.get(key);
      if (there) there.push({ reading, form });
      else places.set(key, [{ reading, form }]);
    }
    hours.set(form, form.hours == null || asked === 0 ? null : form.hours / asked);
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, at]) => {
      const { reading, form } = commonest(at);
      const askers = [...new Map(at.map((place) => [place.form.id, place.form])).values()].map((asker) => ({
        id: asker.id,
        regionCode: asker.regionCode,
        respondent: asker.respondent,
        hours: hours.get(asker) ?? null,
      }));
      return { key, reading, form: { id: form.id, title: form.title }, askers };
    });
}

/** The place with the label that most places have, on the form that comes first by title. */
function commonest(places: readonly Place[]): Place {
  const count = new Map<string, number>();
  for (const { reading } of places) count.set(reading.label, (count.get(reading.label) ?? 0) + 1);
  const before = (a: Place, b: Place) =>
    (count.get(b.reading.label) as number) - (count.get(a.reading.label) as number) ||
    ascending(a.reading.label, b.reading.label) ||
    ascending(a.form.title, b.form.title) ||
    ascending(a.form.id, b.form.id);
  return places.reduce((best, place) => (before(place, best) < 0 ? place : best));
}
