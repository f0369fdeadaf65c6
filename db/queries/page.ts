/** Where a page starts: right after (or right before) the row with this sort key and id. */
export type Cursor = { direction: "after" | "before"; key: string; id: string };

/** One page of a list. `first` is the place of its first row in the whole list, from 1; 0 when the list is empty. */
export type Page<T> = {
  items: T[];
  total: number;
  first: number;
  next: string | undefined;
  previous: string | undefined;
};

/** A cursor as it stands in a URL. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.direction, cursor.key, cursor.id])).toString("base64url");
}

/** Undefined for a text that is no cursor: the list then starts at the beginning. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const [direction, key, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if ((direction !== "after" && direction !== "before") || typeof key !== "string" || typeof id !== "string")
      return undefined;
    return { direction, key, id };
  } catch {
    return undefined;
  }
}
