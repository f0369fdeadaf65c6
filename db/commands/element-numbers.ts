import { elementOfKey } from "#lib/redundancy/element/element.ts";
import { FUNCTION_KEY, MATTER_KEY } from "#lib/redundancy/item/app-elements.ts";
import type { Tx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { rememberedRows } from "../session.ts";

/** Numbers never change, so that those met before need not be asked for. */
const rememberedOf = rememberedRows(() => new Map<string, number>());
const MOST_NUMBERS = 200_000;
/** Transactions that gave numbers, which may never come to be. */
const gave = new WeakSet<Tx>();

/** The numbers of keys as they are stored; those met for the first time get one. */
export async function numbersOf(tx: Tx, keys: ReadonlySet<string>): Promise<Map<string, number>> {
  const before = rememberedOf(tx);
  if (before.size > MOST_NUMBERS) before.clear();
  const numbers = new Map<string, number>();
  const missing = new Set<string>();
  for (const key of keys) {
    const number = before.get(key);
    if (number === undefined) missing.add(key);
    else numbers.set(key, number);
  }
  const take = ({ id, key }: ElementRow) => {
    numbers.set(key, id);
    missing.delete(key);
    if (!gave.has(tx)) before.set(key, id);
  };
  if (missing.size > 0) for (const row of await elementRows(tx, missing)) take(row);
  // Of two who meet a key for the first time, the second waits for the first, and then finds it.
  while (missing.size > 0) {
    gave.add(tx);
    const records = [...missing].sort().map((key) => ({ key, header: isHeader(key) }));
    for (const row of await prepared<ElementRow>(tx, ADD_ELEMENTS, [JSON.stringify(records)])) take(row);
    if (missing.size > 0) for (const row of await elementRows(tx, missing)) take(row);
  }
  return numbers;
}

type ElementRow = { id: number; key: string };
const ADD_ELEMENTS = `
  insert into elements (key, header)
  select key, header from jsonb_to_recordset($1::jsonb) as t(key text, header boolean)
  on conflict (key) do nothing returning id, key`;
const ELEMENTS = "select id, key from elements where key = any(array(select jsonb_array_elements_text($1::jsonb)))";

const elementRows = (tx: Tx, keys: ReadonlySet<string>) =>
  prepared<ElementRow>(tx, ELEMENTS, [JSON.stringify([...keys])]);

/** Longer keys would not go into the index. */
const MAX_KEY = 800;

/** A key as it is stored. */
export function storedKey(key: string): string {
  return key.length <= MAX_KEY ? key : key.slice(0, MAX_KEY).toWellFormed();
}

/** What an element is on its own, whatever people united it with. */
const isHeader = (key: string): boolean =>
  key.startsWith(MATTER_KEY) || (!key.startsWith(FUNCTION_KEY) && elementOfKey(key).header);
