/** What a change did to an item, by name of what changed: [before, after]; null is unknown. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

/** What the history of an item speaks of: columns and attributes side by side, kept columns as "extra.<name>", "fields" of a form. */
export type Recorded = Readonly<Record<string, unknown>>;

/** The columns and attributes of an item in one flat record, the shape that its history is written in. */
export function recorded(item: {
  name: string;
  unitId: string | null;
  workLine: string | null;
  board: string | null;
  attributes: Readonly<Record<string, unknown>>;
  fields?: readonly unknown[] | undefined;
}): Recorded {
  const { extra, ...attributes } = item.attributes;
  const kept = Object.entries((extra ?? {}) as Record<string, string>).map(([column, text]) => [
    `extra.${column}`,
    text,
  ]);
  return {
    name: item.name,
    unitId: item.unitId,
    workLine: item.workLine,
    board: item.board,
    ...attributes,
    ...Object.fromEntries(kept),
    ...(item.fields && item.fields.length > 0 ? { fields: item.fields } : {}),
  };
}

/** What differs between two records; equal values and "unknown before and after" are left out. */
export function changesBetween(before: Recorded, after: Recorded): Changes {
  const changes: Changes = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[key] ?? null;
    const to = after[key] ?? null;
    if (!sameValue(from, to)) changes[key] = [from, to];
  }
  return changes;
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue((a as Recorded)[key], (b as Recorded)[key]))
  );
}
