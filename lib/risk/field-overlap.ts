import type { Asset, AssetOf } from "../asset/asset.ts";
import type { ElementKey } from "../redundancy/element/element.ts";
import { elementTitle } from "../redundancy/element/element-title.ts";
import type { Asked } from "./asked-elements.ts";
import type { FieldOverlap, Other, SharedField } from "./facts.ts";
import { type Meeting, meetings } from "./meetings.ts";

type Form = AssetOf<"form">;

const NAMED = 3;
/** Stands for every respondent among the tokens; nobody knows whom an unnamed one is. */
const ANYBODY = "*";
const NOBODY_KNOWS = "?";

/**
 * The data that other forms ask the same people for: those on one line of regions, and filled in by the same respondent as far as
 * that is known. A form whose respondent is unknown meets all.
 */
export function fieldOverlaps(
  forms: readonly Form[],
  askedBy: ReadonlyMap<string, Asked>,
  elements: ReadonlyMap<number, ElementKey>,
): (form: Asset) => FieldOverlap | null {
  const respondentOf = ({ attributes }: Form) => attributes.respondent ?? NOBODY_KNOWS;
  const meet = meetings(forms, (form) =>
    [...(askedBy.get(form.id)?.keys() ?? [])].flatMap((element) => [
      `${element} ${respondentOf(form)}`,
      `${element} ${ANYBODY}`,
    ]),
  );
  const met = (form: Form, element: number): Meeting => {
    const respondent = respondentOf(form);
    if (respondent === NOBODY_KNOWS) return meet(form, `${element} ${ANYBODY}`);
    const [same, unknown] = [meet(form, `${element} ${respondent}`), meet(form, `${element} ${NOBODY_KNOWS}`, false)];
    return {
      count: same.count + unknown.count,
      examples: (limit) => [...same.examples(limit), ...unknown.examples(limit)].slice(0, limit),
    };
  };
  return (asset) => {
    const asked = askedBy.get(asset.id);
    if (asked === undefined || asked.size === 0 || asset.kind !== "form") return null;
    const shared = [...asked].flatMap(([element, label]): SharedField[] => {
      const { count, examples } = met(asset, element);
      if (count === 0) return [];
      const inTheirWords = (other: Other) => ({ ...other, label: askedBy.get(other.id)?.get(element) ?? label });
      const key = elements.get(element);
      if (key === undefined) throw new Error(`the data item ${element} of “${label}” has no key`);
      return [
        {
          label,
          element: elementTitle(key.key, [label]),
          isHeader: key.header,
          count,
          examples: examples(NAMED).map(inTheirWords),
        },
      ];
    });
    return { asked: asked.size, shared };
  };
}
