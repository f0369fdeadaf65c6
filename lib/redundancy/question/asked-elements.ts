import { ascending } from "d3-array";
import { aliasResolver, type ElementAlias } from "../element/alias.ts";
import { readElements } from "../element/read-elements.ts";
import { readFieldOf } from "../field/read-field.ts";
import { type FormFields, subjectOf } from "../field/read-fields.ts";
import type { FieldReading } from "../field/reading.ts";

/** A running form as far as questions go; hours a year that it costs, null or absent where they are not known. */
export type QuestionForm = FormFields & {
  id: string;
  regionCode: string;
  /** Who fills it in; null is unknown, and may be anybody. */
  respondent: string | null;
  hours?: number | null | undefined;
};

/** A form that asks for an element, in which words, and the hours a year that this one field costs. */
export type Asker = { id: string; regionCode: string; respondent: string | null; label: string; hours: number | null };

/** An element with the reading of the label that most forms ask for it by, and all forms that ask for it. */
export type AskedElement = {
  key: string;
  reading: FieldReading;
  form: { id: string; title: string };
  askers: readonly Asker[];
};

type Place = { label: string; form: QuestionForm };

/** All elements that forms ask for, by key; whatever order the forms come in. */
export function askedElements(forms: readonly QuestionForm[], aliases: readonly ElementAlias[]): AskedElement[] {
  const resolve = aliasResolver(aliases);
  const places = new Map<string, Place[]>();
  const hours = new Map<QuestionForm, number | null>();
  for (const form of [...forms].sort((one, other) => ascending(one.id, other.id))) {
    const elements = readElements(form, resolve);
    for (const [at, element] of elements.entries()) {
      if (element === null) continue;
      const place = { label: form.fields[at]?.label ?? "", form };
      const there = places.get(element.key);
      if (there) there.push(place);
      else places.set(element.key, [place]);
    }
    const asked = elements.filter((element) => element !== null).length;
    hours.set(form, form.hours == null || asked === 0 ? null : form.hours / asked);
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, at]) => {
      const { label, form } = commonest(at);
      const askers = new Map<string, Asker>();
      for (const { form: asker, label: own } of at)
        if (!askers.has(asker.id))
          askers.set(asker.id, {
            id: asker.id,
            regionCode: asker.regionCode,
            respondent: asker.respondent,
            label: own,
            hours: hours.get(asker) ?? null,
          });
      return {
        key,
        reading: readFieldOf(subjectOf(form), label),
        form: { id: form.id, title: form.title },
        askers: [...askers.values()],
      };
    });
}

/** The place with the label that most places have, on the form that comes first by title. */
function commonest(places: readonly Place[]): Place {
  const count = new Map<string, number>();
  for (const { label } of places) count.set(label, (count.get(label) ?? 0) + 1);
  const [most] = [...count].reduce((best, one) => ((best[1] - one[1] || ascending(one[0], best[0])) < 0 ? one : best));
  const before = (a: Place, b: Place) => ascending(a.form.title, b.form.title) || ascending(a.form.id, b.form.id);
  return places.filter(({ label }) => label === most).reduce((best, place) => (before(place, best) < 0 ? place : best));
}
