import type { Tx } from "./client.ts";

/**
 * Runs a statement whose text is always the same, so that the server parses it and plans it once a connection and not each time.
 * Such statements go to the server one behind the other without waiting. Values are `$1`, `$2`, … and cast where they stand.
 */
export async function prepared<Row>(tx: Tx, text: string, values: readonly (string | null)[]): Promise<Row[]> {
  const query = tx._.session.prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(
    { sql: text, params: [...values] },
    undefined,
    "prepared",
    false,
  );
  return query.execute();
}

/** Words without commas, quotes or braces (ids, codes, names of kinds) as the text of an array. */
export const arrayText = (words: readonly string[]): string => `{${words.join(",")}}`;
