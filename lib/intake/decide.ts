import { type Changes, changesBetween, recorded } from "../asset/change.ts";
import type { Board, WorkLine } from "../asset/vocabulary.ts";
import type { Draft } from "./draft.ts";
import type { Field } from "./match-fields.ts";

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

/**
 * What a draft does to the inventory; a blank never erases what is known. `fields` are those of the form once the file is taken in.
 * `unitId` is the unit that the draft's owner was found or registered as; null when the draft names none.
 */
export function decide(
  draft: Omit<Draft, "field">,
  fields: readonly Field[],
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
    fields,
  };
  const changes = changesBetween(existing ? recorded(existing) : {}, recorded(item));
  if (!existing) return { is: "create", item, changes };
  return Object.keys(changes).length === 0 ? { is: "unchanged" } : { is: "update", item, changes };
}
