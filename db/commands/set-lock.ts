import { sql } from "drizzle-orm";
import { COMPARED_KINDS } from "#lib/redundancy/item/item-set.ts";
import { regionsAbove } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";

const COMPARED = sql.raw(COMPARED_KINDS.map((kind) => `'${kind}'`).join(", "));

/** Stands before the twelve digits of a region, so that these locks meet no others. */
const SET_LOCK = "728311";

/** What a transaction holds alone, and so with all below it. */
const held = new WeakMap<Tx, Set<string>>();

/**
 * Holds what the items of these regions are compared by until the transaction ends: alone with each region and all below it, together
 * with others in the regions above. Two items that can overlap lie on one line, so of two writers the later one sees the earlier
 * one's items. Taken before any item is held: whoever waits here holds up nobody.
 */
export async function holdSets(tx: Tx, regionCodes: readonly string[]): Promise<void> {
  const locks = toHold(tx, regionCodes);
  if (locks.length === 0) return;
  // One after the other, in the order in which they are written.
  const calls = locks.map(({ alone }, at) => `pg_advisory_xact_lock${alone ? "" : "_shared"}($${at + 1}::bigint)`);
  await prepared(
    tx,
    `select ${calls.join(", ")}`,
    locks.map(({ key }) => key),
  );
}

export type SetLock = { key: string; alone: boolean };

/** The locks that the transaction has yet to take for these regions, in the order to take them in; whoever asks takes them at once. */
export function toHold(tx: Tx, regionCodes: readonly string[]): SetLock[] {
  const mine = held.get(tx) ?? new Set();
  held.set(tx, mine);
  const wanted = new Set(regionCodes.filter((code) => ![code, ...regionsAbove(code)].some((one) => mine.has(one))));
  for (const code of wanted) mine.add(code);
  // Upper regions have the smaller codes, and so come first for everybody.
  const all = new Set([...wanted].flatMap((code) => [code, ...regionsAbove(code)]));
  return [...all].sort().map((code) => ({ key: `${SET_LOCK}${digitsOf(code)}`, alone: wanted.has(code) }));
}

/** The locks that a transaction has yet to take for a region, as the functions take them that read and write its items: those above, its own. */
export function lockArguments(tx: Tx, regionCode: string): [above: string, own: string | null] {
  const locks = toHold(tx, [regionCode]);
  const above = locks.filter(({ alone }) => !alone).map(({ key }) => key);
  return [arrayText(above), locks.find(({ alone }) => alone)?.key ?? null];
}

/** The same for the regions of these items; those that the actor does not see, or that are compared with none, are passed over. */
export async function holdSetsOf(tx: Tx, assetIds: readonly string[]): Promise<void> {
  const rows = await tx.execute<{ region_code: string }>(
    sql`select distinct region_code from assets where id = any(array(select jsonb_array_elements_text(${JSON.stringify(assetIds)}::jsonb)::uuid)) and kind in (${COMPARED})`,
  );
  await holdSets(
    tx,
    rows.map((row) => row.region_code),
  );
}

function digitsOf(code: string): string {
  if (!/^\d{12}$/.test(code)) throw new Error(`${code} is no region code`);
  return code;
}
