import type { FormSubject } from "../field/form-subject.ts";
import { readFieldOf } from "../field/read-field.ts";
import { type FormFields, subjectOf } from "../field/read-fields.ts";
import type { Reading } from "../field/reading.ts";
import { Recent } from "../field/recent.ts";
import type { AliasResolver } from "./alias.ts";
import { type ElementKey, elementOf } from "./element.ts";

/** Reads the fields of a form as data items: one answer a field, null where it asks nobody for a datum. */
export function readElements(form: FormFields, resolve?: AliasResolver): (ElementKey | null)[] {
  const subject = subjectOf(form);
  const asked = askedAnywhere(subject);
  return form.fields.map(({ label, technical }) => {
    if (technical) return null;
    const known = asked(label);
    const element = known === OF_ITS_MATTER ? elementOf(readFieldOf(subject, label)) : known;
    return element === null || resolve === undefined ? element : resolve(element, label, form.title);
  });
}

/** What a label asks for on some forms only: a datum of the form's own matter. */
const OF_ITS_MATTER = Symbol("of its matter");
type Asked = (label: string) => ElementKey | null | typeof OF_ITS_MATTER;

/** What labels ask for on any form about such people or organisations, whatever its matter: most do. */
const anywhere = new Map<string, Asked>();

function askedAnywhere({ kind, relatives }: FormSubject): Asked {
  const name = `${kind}${relatives}`;
  let asked = anywhere.get(name);
  if (asked === undefined) {
    const subject: FormSubject = { kind, relatives, matter: "", notions: new Set() };
    const recent = new Recent<ReturnType<Asked>>();
    const ask: Asked = (label) => {
      const field = readFieldOf(subject, label);
      return field.readings.some(isOfItsMatter) ? OF_ITS_MATTER : elementOf(field);
    };
    asked = (label) => recent.of(label, ask);
    anywhere.set(name, asked);
  }
  return asked;
}

/** As `partsOf` folds it. */
const isOfItsMatter = ({ bound, holder }: Reading) => bound || holder === null;
