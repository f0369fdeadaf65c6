import type { Asset, AssetOf, FormField } from "../asset/asset.ts";
import type { ElementKey } from "../redundancy/element/element.ts";
import { wordingNumbers, wordingsOf } from "../redundancy/form/wordings.ts";
import { allOverlaps } from "../redundancy/item/all-overlaps.ts";
import { asSet } from "../redundancy/item/item-set.ts";
import type { Asked } from "./asked-elements.ts";
import type { LikeForm } from "./facts.ts";

type Form = AssetOf<"form">;

/** Below three data items, or questions in the same words, two forms of unlike titles are one template by chance. */
const FEWEST = 3;

/** The forms that are the same as one, or the same template, and that the same people face: duplicates first, the nearest first. */
export function likeForms(
  forms: readonly Form[],
  askedBy: ReadonlyMap<string, Asked>,
  elements: ReadonlyMap<number, ElementKey>,
  fieldsOf: (assetId: string) => readonly FormField[],
): (form: Asset) => readonly LikeForm[] {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const sets = forms.flatMap((form) => {
    const members = [...(askedBy.get(form.id)?.keys() ?? [])];
    const own = members.filter((element) => elements.get(element)?.header === false);
    const { id, regionCode, name, attributes } = form;
    const respondent = attributes.respondent ?? null;
    const asking = fieldsOf(id).map(({ label, element }) => ({
      label,
      element: element === null ? null : (elements.get(element) ?? null),
    }));
    const words = wordingNumbers(wordingsOf(name, asking));
    return members.length === 0
      ? []
      : [{ id, regionCode, kind: form.kind, name, respondent, members: asSet(members), own: asSet(own), words }];
  });
  const like = new Map<string, LikeForm[]>();
  const add = (
    id: string,
    other: Form | undefined,
    found: Pick<LikeForm, "relation" | "shared" | "asked" | "wordings">,
  ) => {
    if (other === undefined) return;
    const one = { id: other.id, name: other.name, ...found };
    const known = like.get(id);
    if (known) known.push(one);
    else like.set(id, [one]);
  };
  for (const { aId, bId, relation, shared, sizeA, sizeB, wordsShared } of allOverlaps(sets)) {
    const wordings = wordsShared ?? 0;
    const isTemplate = relation === "same_template" && Math.max(shared, wordings) >= FEWEST;
    if (relation !== "duplicate" && !isTemplate) continue;
    add(aId, byId.get(bId), { relation, shared, wordings, asked: sizeB });
    add(bId, byId.get(aId), { relation, shared, wordings, asked: sizeA });
  }
  for (const found of like.values()) found.sort(byNearness);
  return ({ id }) => like.get(id) ?? [];
}

function byNearness(a: LikeForm, b: LikeForm): number {
  if (a.relation !== b.relation) return a.relation === "duplicate" ? -1 : 1;
  return b.shared - a.shared || a.asked - b.asked || (a.id < b.id ? -1 : 1);
}
