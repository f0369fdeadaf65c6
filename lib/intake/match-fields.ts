import type { RowOutcome } from "./outcome.ts";

export type Field = { label: string; technical: boolean };
/** A field as a file names it; `position` is its place among the rows of its form, from 1. */
export type PlacedField = Field & { position: number };

export type MatchedFields = {
  /** The fields of the form once the file is taken in. */
  fields: Field[];
  /** What each row of the file does, in the order given. */
  outcomes: Exclude<RowOutcome, "reject">[];
  /** Known fields that the file does not name; they stay. */
  kept: number;
};

/**
 * Finds each field of a file among those known: by its label and whether it is technical, else by its label (the first to the
 * first where a label repeats). A row left over renames the field at its place when the file has as many rows as the form has
 * fields, so that a part of a ledger never overwrites what it does not show; otherwise it is new.
 */
export function matchFields(
  existing: readonly Field[],
  placed: readonly PlacedField[],
  rowsInFile: number,
): MatchedFields {
  const fields = existing.map(({ label, technical }) => ({ label, technical }));
  const free = new Set(fields.keys());
  const outcomes = new Array<Exclude<RowOutcome, "reject"> | undefined>(placed.length);
  const match = (nameOf: (field: Field) => string, outcome: "unchanged" | "update") => {
    const byName = Map.groupBy([...free], (index) => nameOf(fields[index] as Field));
    placed.forEach((field, row) => {
      if (outcomes[row] !== undefined) return;
      const index = byName.get(nameOf(field))?.shift();
      if (index === undefined) return;
      free.delete(index);
      fields[index] = { label: field.label, technical: field.technical };
      outcomes[row] = outcome;
    });
  };
  match(({ label, technical }) => `${technical}|${label}`, "unchanged");
  match(({ label }) => label, "update");
  placed.forEach(({ position, label, technical }, row) => {
    if (outcomes[row] !== undefined) return;
    if (rowsInFile >= existing.length && free.delete(position - 1)) {
      fields[position - 1] = { label, technical };
      outcomes[row] = "update";
    } else {
      fields.push({ label, technical });
      outcomes[row] = "create";
    }
  });
  return { fields, outcomes: outcomes as MatchedFields["outcomes"], kept: placed.length > 0 ? free.size : 0 };
}
