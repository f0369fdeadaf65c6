import { ascending } from "d3-array";
import { answersOf, type ElementAlias } from "../element/alias.ts";
import { elementName } from "../element/element-name.ts";
import { compareReadFields } from "../field/compare-fields.ts";
import { type AskedElement, type Asker, askedElements, type QuestionForm } from "./asked-elements.ts";
import { nearPairs } from "./near-pairs.ts";
import { type Settles, settlesOf } from "./settles.ts";

/** One of the two elements that a person is asked about. */
export type QuestionSide = {
  key: string;
  /** The element in words: 本人的户籍地址. */
  name: string;
  /** How most forms ask for it, and one form that does. */
  label: string;
  form: { id: string; title: string };
  /** All forms that ask for it. */
  askers: readonly Asker[];
};

/** Whether two elements are one, which a person should say. */
export type Question = {
  a: QuestionSide;
  b: QuestionSide;
  /** What the labels say by themselves: nothing certain, or that the two are the same, which nobody has confirmed. */
  reading: "ask" | "same";
  because: string;
  settles: Settles;
};

export type QuestionInput = { forms: readonly QuestionForm[]; aliases: readonly ElementAlias[] };

/**
 * The pairs of elements of which the labels leave open whether they are one and nobody has said so yet (`aliases`, oldest first),
 * those first whose answer settles most hours, then most pairs of forms; none that settles nothing. Whatever order the forms come in.
 */
export function questionsOf({ forms, aliases }: QuestionInput): Question[] {
  const elements = askedElements(forms, aliases);
  const { isAnswered } = answersOf(aliases);
  return nearPairs(elements.map(({ reading }) => reading))
    .flatMap(([one, other]): Question[] => {
      const [a, b] = [elements[one] as AskedElement, elements[other] as AskedElement];
      const { answer, because } = compareReadFields(a.reading, b.reading);
      if (answer === "different" || isAnswered(a.key, b.key)) return [];
      const settles = settlesOf(a, b);
      return settles.pairs === 0 ? [] : [{ a: sideOf(a), b: sideOf(b), reading: answer, because, settles }];
    })
    .sort(
      (x, y) =>
        (y.settles.hours ?? 0) - (x.settles.hours ?? 0) ||
        y.settles.pairs - x.settles.pairs ||
        ascending(x.a.key, y.a.key) ||
        ascending(x.b.key, y.b.key),
    );
}

function sideOf({ key, reading, form, askers }: AskedElement): QuestionSide {
  return { key, name: elementName(key), label: reading.label, form, askers };
}
