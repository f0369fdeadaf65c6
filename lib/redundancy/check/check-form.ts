import type { DataElement } from "../catalogue/data-element.ts";
import type { ElementKey } from "../element/element.ts";
import { elementTitle } from "../element/element-title.ts";
import { formSet } from "../item/form-set.ts";
import { mayMeet, overlapOf } from "../item/item-overlap.ts";
import type { ItemSet } from "../item/item-set.ts";
import { FORM_RELATIONS, type FormRelation, REPEATING_RELATIONS } from "../vocabulary.ts";
import { DRAFT_ID, type Holder, havingOf, holderOf, keyNumbers, NAMED } from "./known.ts";

/** A form that is about to be submitted. */
export type FormDraft = {
  name: string;
  regionCode: string;
  /** Who is to fill it in; null is unknown, and meets everybody. */
  respondent: string | null;
  /** Its labels in order, with the data item that each was read as; null where it asks for none. */
  fields: readonly { label: string; element: ElementKey | null }[];
};

/** What the other form has in common with the draft. */
export type FormLikeness = Holder & {
  relation: FormRelation;
  /** Data items that both have, and that each has; then the same without what every form asks. */
  shared: number;
  ofDraft: number;
  ofOther: number;
  ownShared: number;
  ownOfDraft: number;
  ownOfOther: number;
  /** Questions that both put in the same words. */
  wordings: number;
  /** The draft's labels of what both ask. */
  sharedLabels: string[];
};

/** Who holds a datum at its source, by the catalogue. */
export type HeldBy = Pick<DataElement, "identifier" | "name" | "sourceDepartment" | "sharing">;

export type FieldCheck = {
  label: string;
  /** The data item in words; null for a field that asks for none. */
  element: string | null;
  /** Every form asks for it. */
  header: boolean;
  /** Other forms that the same people fill in and that ask for it: how many, and a few of them. */
  askedBy: number;
  named: Holder[];
  heldBy: HeldBy | null;
};

export type FormCheck = {
  kind: "form";
  likes: FormLikeness[];
  fields: FieldCheck[];
  /** Distinct data items of the draft; how many others ask too; how many a department holds. Without headers again. */
  counts: { items: number; asked: number; own: number; ownAsked: number; held: number };
  /** Forms that it was held against. */
  compared: number;
};

/**
 * Which forms are like a draft, which of its fields others ask the same people for already, and who holds them. `numbers` are those
 * of elements that are known, by key; `link` tells the data element of a key.
 */
export function checkForm(
  draft: FormDraft,
  others: readonly ItemSet[],
  { numbers, link }: { numbers: ReadonlyMap<string, number>; link: (key: string) => DataElement | undefined },
): FormCheck {
  const asking = draft.fields.flatMap(({ label, element }) => (element === null ? [] : [{ label, element }]));
  const elements = asking.map(({ element }) => element);
  const numberOf = keyNumbers(numbers);
  const { regionCode, name, respondent } = draft;
  const set = formSet(
    { regionCode, id: DRAFT_ID, name, respondent },
    asking.map(({ label, element }) => ({ label, element: { ...element, number: numberOf(element.key) } })),
  );
  const met = others.filter((other) => mayMeet(set, other));
  const askers = havingOf(set.members, met);
  const labelOf = new Map<number, string>();
  for (const { label, element } of asking)
    if (!labelOf.has(numberOf(element.key))) labelOf.set(numberOf(element.key), label);
  const asked = (number: number) => askers.get(number)?.length ?? 0;
  return {
    kind: "form",
    likes: met.flatMap((other) => likeness(set, other, labelOf)).sort(nearestFirst),
    fields: draft.fields.map(({ label, element }): FieldCheck => {
      if (element === null) return { label, element: null, header: false, askedBy: 0, named: [], heldBy: null };
      const by = askers.get(numberOf(element.key)) ?? [];
      return {
        label,
        element: elementTitle(element.key, [label]),
        header: element.header,
        askedBy: by.length,
        named: by.slice(0, NAMED).map(holderOf),
        heldBy: heldBy(link(element.key)),
      };
    }),
    counts: {
      items: set.members.length,
      asked: set.members.filter((number) => asked(number) > 0).length,
      own: set.own.length,
      ownAsked: set.own.filter((number) => asked(number) > 0).length,
      held: new Set(elements.filter(({ key }) => heldBy(link(key)) !== null).map(({ key }) => key)).size,
    },
    compared: met.length,
  };
}

/** Whether others ask for so much of it that a department should be warned. */
export function isFormDuplicated({ likes }: Pick<FormCheck, "likes">): boolean {
  return likes.some(({ relation }) => (REPEATING_RELATIONS as readonly FormRelation[]).includes(relation));
}

function likeness(draft: ItemSet, other: ItemSet, labelOf: ReadonlyMap<number, string>): FormLikeness[] {
  const overlap = overlapOf(draft, other);
  if (overlap === null || overlap.relation === null || overlap.relation === "different") return [];
  const sharedLabels = [...other.members].flatMap((number) => labelOf.get(number) ?? []);
  return [
    {
      ...holderOf(other),
      relation: overlap.relation,
      shared: overlap.shared,
      ofDraft: overlap.sizeA,
      ofOther: overlap.sizeB,
      ownShared: overlap.ownShared,
      ownOfDraft: overlap.ownA,
      ownOfOther: overlap.ownB,
      wordings: overlap.wordsShared ?? 0,
      sharedLabels: [...labelOf.values()].filter((label) => sharedLabels.includes(label)),
    },
  ];
}

function nearestFirst(a: FormLikeness, b: FormLikeness): number {
  return (
    FORM_RELATIONS.indexOf(a.relation) - FORM_RELATIONS.indexOf(b.relation) ||
    b.ownShared - a.ownShared ||
    b.shared - a.shared ||
    (a.id < b.id ? -1 : 1)
  );
}

function heldBy(element: DataElement | undefined): HeldBy | null {
  if (element === undefined || element.sourceDepartment === null) return null;
  const { identifier, name, sourceDepartment, sharing } = element;
  return { identifier, name, sourceDepartment, sharing };
}
