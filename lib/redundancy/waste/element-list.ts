import { descending } from "d3-array";
import { searchTerms } from "../../asset/search-term.ts";
import { normalText } from "../../text/normalise.ts";
import type { WastedHours } from "../proposal/prices.ts";
import { askingsOf, byElement, type ElementWaste, pairByElement } from "./cuts.ts";
import { type Waste, type WasteCause, type WasteFilter, wastedHours } from "./waste.ts";

/** Which elements a list holds; an absent member does not narrow it. */
export type ElementListFilter = {
  forms: WasteFilter;
  /** Wasted for this cause, or for any. */
  cause?: WasteCause | "any" | undefined;
  /** Only what the forms of two units repeat of each other; the forms above are then not asked. */
  pair?: readonly [string, string] | undefined;
  header?: boolean | undefined;
  /** Words that the name or a wording holds, each of them. */
  q?: string | undefined;
  /** By the hours that are wasted, or by how many forms ask for it. */
  order: "waste" | "forms";
};

/** The elements of a list with their hours, all of them: what is listed is what is exported. */
export function elementList(waste: Waste, { forms, cause, pair, header, q, order }: ElementListFilter): ElementWaste[] {
  const words = searchTerms(q ?? "").map(normalText);
  const rows = pair === undefined ? byElement(askingsOf(waste, forms)) : pairByElement(waste, pair);
  const kept = rows.filter(
    ({ element, wordings, wasted }) =>
      (cause === undefined || weightOf(wasted, cause) > TINY) &&
      (header === undefined || element.header === header) &&
      words.every((word) => [element.name, ...wordings].some((text) => normalText(text).includes(word))),
  );
  const weight = ({ wasted }: ElementWaste) => weightOf(wasted, cause ?? "any");
  return kept.sort(
    (one, other) =>
      (order === "forms" ? descending(one.forms, other.forms) : 0) ||
      descending(weight(one), weight(other)) ||
      one.element.element - other.element.element,
  );
}

const weightOf = (wasted: WastedHours, cause: WasteCause | "any") =>
  cause === "any" ? wastedHours(wasted) : wasted[cause];

/** Hours that come of nothing but the rounding of sums. */
const TINY = 1e-9;
