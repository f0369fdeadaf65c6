import { wordingNumbers, wordingsOf } from "../form/wordings.ts";
import { type ItemSet, membersOf, type NumberedElement } from "./item-set.ts";

/** What a form is compared by: the elements of its fields, and how what it asks of its own is worded. Null asks for no datum. */
export function formSet(
  form: Pick<ItemSet, "regionCode" | "id" | "name" | "respondent">,
  fields: readonly { label: string; element: NumberedElement | null }[],
): ItemSet {
  return {
    ...form,
    kind: "form",
    ...membersOf(fields.map(({ element }) => element)),
    words: wordingNumbers(wordingsOf(form.name, fields)),
  };
}
