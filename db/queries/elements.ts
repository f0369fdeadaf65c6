import { asc, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { elements } from "../schema/index.ts";

/** The data items and functions of these numbers, in their order. */
export async function elementsNumbered(
  tx: Tx,
  numbers: Iterable<number>,
): Promise<{ id: number; key: string; header: boolean }[]> {
  const wanted = [...new Set(numbers)];
  if (wanted.length === 0) return [];
  return tx
    .select({ id: elements.id, key: elements.key, header: elements.header })
    .from(elements)
    .where(sql`${elements.id} = any(${sql.param(wanted)}::int[])`)
    .orderBy(asc(elements.id));
}

/** The condition that an element has one of these keys. */
export const hasKey = (keys: readonly string[]) =>
  sql`${elements.key} = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))`;

/** The numbers of keys; a key that nothing was read as yet has none. */
export async function elementNumbers(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.select({ id: elements.id, key: elements.key }).from(elements).where(hasKey(keys));
  return new Map(rows.map(({ id, key }) => [key, id]));
}
