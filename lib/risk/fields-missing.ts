import type { Facts } from "./facts.ts";
import { FIELD_READING, FIELDS_OF_FORM } from "./label.ts";
import { type Outcome, unknown } from "./outcome.ts";

/** Unknown where a form's fields are not registered, or nobody has read what they ask for; undefined where they are read. */
export function fieldsMissing({ fields, portfolio }: Pick<Facts, "fields" | "portfolio">): Outcome | undefined {
  if (portfolio.isUnread) return unknown(FIELD_READING);
  return fields.length === 0 ? unknown(FIELDS_OF_FORM) : undefined;
}
