import type { Asset, AssetOf, FormField } from "../asset/asset.ts";
import type { ElementKey } from "../redundancy/element/element.ts";
import { allOverlaps } from "../redundancy/item/all-overlaps.ts";
import { formSet } from "../redundancy/item/form-set.ts";
import type { LikeForm } from "./facts.ts";

type Form = AssetOf<"form">;

/** Below three data items, or questions in the same words, two forms of unlike titles are one template by chance. */
const FEWEST = 3;

/** The forms that are the same as one, or the same template, and that the same people face: duplicates first, the nearest first. */
export function likeForms(
  forms: readonly Form[],
  elements: ReadonlyMap<number, ElementKey>,
  fieldsOf: (assetId: string) => readonly FormField[],
): (form: Asset) => readonly LikeForm[] {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const sets = forms.flatMap((form) => {
    const { id, regionCode, name, attributes } = form;
    const fields = fieldsOf(id).map(({ label, element: number }) => {
      const element = number === null ? undefined : elements.get(number);
      return { label, element: number === null || element === undefined ? null : { ...element, number } };
    });
    const set = formSet({ id, regionCode, name, respondent: attributes.respondent ?? null }, fields);
    return set.members.length === 0 ? [] : [set];
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
