import { type Changes, changesBetween, recorded, sameValue } from "../asset/change.ts";
import type { Board, WorkLine } from "../asset/vocabulary.ts";
import type { Draft } from "./draft.ts";
import type { RowOutcome } from "./outcome.ts";

export type Field = { label: string; technical: boolean };

/** What the inventory holds of an item. `fields` in the order of the form. */
export type Existing = {
  id: string;
  version: number;
  name: string;
  unitId: string | null;
  workLine: WorkLine | null;
  board: Board | null;
  attributes: Readonly<Record<string, unknown>>;
  fields: readonly Field[];
};

/** What an item is to be once the file is taken in. */
export type Desired = Omit<Existing, "id" | "version">;

export type Decision =
  | { is: "create"; item: Desired; changes: Changes }
  | { is: "update"; item: Desired; changes: Changes }
  | { is: "unchanged" };

/** Fields by position, from 1; positions of rejected rows are missing. */
export type PlacedFields = ReadonlyMap<number, Field>;

/**
 * What a draft does to the inventory. A blank never erases what is known, and fields beyond those in the file stay.
 * `unitId` is the unit that the draft's owner was found or registered as; null when the draft names none.
 */
export function decide(
  draft: Omit<Draft, "field">,
  fields: PlacedFields,
  unitId: string | null,
  existing: Existing | undefined,
): Decision {
  const before = existing?.attributes ?? {};
  const extra = { ...((before.extra ?? {}) as Record<string, string>), ...draft.extra };
  const item: Desired = {
    name: draft.name,
    unitId: unitId ?? existing?.unitId ?? null,
    workLine: draft.workLine ?? existing?.workLine ?? null,
    board: draft.board ?? existing?.board ?? null,
    attributes: { ...before, ...draft.attributes, ...(Object.keys(extra).length > 0 ? { extra } : {}) },
    fields: mergedFields(existing?.fields ?? [], fields),
  };
  const changes = changesBetween(existing ? recorded(existing) : {}, recorded(item));
  if (!existing) return { is: "create", item, changes };
  return Object.keys(changes).length === 0 ? { is: "unchanged" } : { is: "update", item, changes };
}

function mergedFields(existing: readonly Field[], placed: PlacedFields): Field[] {
  const length = Math.max(existing.length, ...placed.keys(), 0);
  const merged: Field[] = [];
  for (let position = 1; position <= length; position += 1) {
    const field = placed.get(position) ?? existing[position - 1];
    if (field) merged.push({ label: field.label, technical: field.technical });
  }
  return merged;
}

/** What one field row does to a form that is already known. */
export function fieldOutcome(existing: readonly Field[], position: number, field: Field): RowOutcome {
  const known = existing[position - 1];
  if (!known) return "create";
  return sameValue({ label: known.label, technical: known.technical }, field) ? "unchanged" : "update";
}
