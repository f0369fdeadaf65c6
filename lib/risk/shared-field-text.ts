import type { SharedField } from "./facts.ts";
import { normalLabel } from "./normal-label.ts";

/** The datum by its own name, and how this form calls it where that is something else: “本人的公民身份号码”（本表叫“身份证号”）. */
export function askedAs({ element, label }: Pick<SharedField, "element" | "label">): string {
  return element.endsWith(normalLabel(label)) ? `“${element}”` : `“${element}”（本表叫“${label}”）`;
}

/** The forms that ask for it too, with their own words where they are others than those of this form. */
export function elsewhereAs({ label, examples }: Pick<SharedField, "label" | "examples">): string {
  return examples
    .map((other) => `“${other.name}”${normalLabel(other.label) === normalLabel(label) ? "" : `（叫“${other.label}”）`}`)
    .join("、");
}
