import { sql } from "drizzle-orm";
import { elementOfKey } from "#lib/redundancy/element/element.ts";
import { FUNCTION_KEY, MATTER_KEY } from "#lib/redundancy/item/app-elements.ts";
import type { Tx } from "../client.ts";
import { jsonLiteral } from "../literal.ts";

/** The numbers of keys; those met for the first time get one. */
export async function numbersOf(tx: Tx, keys: Set<string>): Promise<Map<string, number>> {
  keys.delete("");
  const numbers = new Map<string, number>();
  if (keys.size === 0) return numbers;
  const note = (rows: Iterable<{ id: number; key: string }>) => {
    for (const { id, key } of rows) numbers.set(key, id);
  };
  const missing = () => [...keys].filter((key) => !numbers.has(key)).sort();
  note(await elementRows(tx, [...keys]));
  // Of two who meet a key for the first time, the second waits for the first, and then finds it.
  while (numbers.size < keys.size) {
    const records = missing().map((key) => ({ key, header: isHeader(key) }));
    note(
      await tx.execute<{ id: number; key: string }>(sql`
        insert into elements (key, header)
        select key, header from jsonb_to_recordset(${jsonLiteral(records)}) as t(key text, header boolean)
        on conflict (key) do nothing returning id, key`),
    );
    if (numbers.size < keys.size) note(await elementRows(tx, missing()));
  }
  return numbers;
}

const elementRows = (tx: Tx, keys: readonly string[]) =>
  tx.execute<{ id: number; key: string }>(
    sql`select id, key from elements where key = any(array(select jsonb_array_elements_text(${jsonLiteral(keys)})))`,
  );

/** Longer keys would not go into the index. */
const MAX_KEY = 800;

/** A key as it is stored. */
export function storedKey(key: string): string {
  return key.length <= MAX_KEY ? key : key.slice(0, MAX_KEY).toWellFormed();
}

/** What an element is on its own, whatever people united it with. */
const isHeader = (key: string): boolean =>
  key.startsWith(MATTER_KEY) || (!key.startsWith(FUNCTION_KEY) && elementOfKey(key).header);
