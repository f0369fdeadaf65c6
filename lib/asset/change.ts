/** What a change did to an item, by name of what changed: [before, after]; null is unknown. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

/** What the history of an item speaks of: columns and attributes side by side, kept columns as "extra.<name>", "fields" of a form. */
export type Recorded = Readonly<Record<string, unknown>>;

/** What `recorded` is made from. */
export type Recordable = {
  name: string;
  unitId: string | null;
  workLine: string | null;
  board: string | null;
  attributes: Readonly<Record<string, unknown>>;
};

/** The columns and attributes of an item in one flat record, the shape that its history is written in. */
export function recorded(item: Recordable & { fields?: readonly unknown[] | undefined }): Recorded {
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

/** The item as it was before the changes; what they do not name stays. `fields` is undefined when they did not touch it. */
export function withBefore<T extends Recordable>(
  item: T,
  changes: Changes,
): { item: T; fields: unknown[] | undefined } {
  const columns: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = { ...item.attributes };
  const extra: Record<string, unknown> = { ...((attributes.extra ?? {}) as Record<string, unknown>) };
  let fields: unknown[] | undefined;
  const put = (record: Record<string, unknown>, key: string, before: unknown) => {
    if (before === null) delete record[key];
    else record[key] = before;
  };
  for (const [key, [before]] of Object.entries(changes)) {
    if (key === "fields") fields = (before ?? []) as unknown[];
    else if (key === "name" || key === "unitId" || key === "workLine" || key === "board") columns[key] = before;
    else if (key.startsWith("extra.")) put(extra, key.slice("extra.".length), before);
    else put(attributes, key, before);
  }
  delete attributes.extra;
  if (Object.keys(extra).length > 0) attributes.extra = extra;
  return { item: { ...item, ...columns, attributes }, fields };
}

/** The same changes the other way round. */
export function reversed(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).map(([key, [before, after]]) => [key, [after, before]]));
}
