import type { AssetOf, FormField } from "../asset/asset.ts";
import { readElements } from "../redundancy/element/read-elements.ts";

/** What a form asks for: its data items by number, each in the words of the form; undefined where that is not known. */
export type Asked = ReadonlyMap<number, string>;

/**
 * The data items of a form. `unread`: fields are registered that ask for data, and none has been given its number yet; a form all
 * of whose fields only serve to handle it has none to give.
 */
export function askedElements(form: AssetOf<"form">, fields: readonly FormField[]): Asked | "unread" {
  const asked = new Map<number, string>();
  for (const { element, label } of fields) if (element !== null && !asked.has(element)) asked.set(element, label);
  const unread =
    asked.size === 0 &&
    fields.some(({ technical }) => !technical) &&
    readElements({ title: form.name, system: form.attributes.system, fields }).some((element) => element !== null);
  return unread ? "unread" : asked;
}
