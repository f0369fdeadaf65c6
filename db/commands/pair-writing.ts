import { sql } from "drizzle-orm";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import type { Tx } from "../client.ts";
import { jsonLiteral, literal } from "../literal.ts";
import { arrayText, prepared } from "../prepared.ts";

/** Pairs of one statement. */
const PORTION = 5000;

/** What each column holds of a pair, and its type; those of KEY say which pair, COUNTS what follows from its two sets. */
const COLUMNS = {
  region_code: { holds: "regionCode", type: "text" },
  a_region: { holds: "aRegion", type: "text" },
  a_id: { holds: "aId", type: "uuid" },
  b_region: { holds: "bRegion", type: "text" },
  b_id: { holds: "bId", type: "uuid" },
  kind: { holds: "kind", type: "asset_kind" },
  relation: { holds: "relation", type: "form_relation" },
  shared: { holds: "shared", type: "int" },
  size_a: { holds: "sizeA", type: "int" },
  size_b: { holds: "sizeB", type: "int" },
  own_shared: { holds: "ownShared", type: "int" },
  own_a: { holds: "ownA", type: "int" },
  own_b: { holds: "ownB", type: "int" },
  words_shared: { holds: "wordsShared", type: "int" },
  words_a: { holds: "wordsA", type: "int" },
  words_b: { holds: "wordsB", type: "int" },
} as const satisfies Record<string, { holds: keyof ItemOverlap; type: string }>;
type Column = keyof typeof COLUMNS;
const ALL = Object.keys(COLUMNS) as Column[];
const KEY = ["region_code", "a_id", "b_id"] as const satisfies Column[];
const COUNTS = ALL.slice(ALL.indexOf("relation"));

/** Puts pairs in the place of others that stand. What is the same in both is not written. */
export async function replacePairs(
  tx: Tx,
  before: readonly ItemOverlap[],
  after: readonly ItemOverlap[],
): Promise<void> {
  const gone = new Map(before.map((pair) => [pair.aId + pair.bId, pair]));
  const changed: ItemOverlap[] = [];
  for (const pair of after) {
    const standing = gone.get(pair.aId + pair.bId);
    if (
      standing === undefined ||
      COUNTS.some((column) => standing[COLUMNS[column].holds] !== pair[COLUMNS[column].holds])
    )
      changed.push(pair);
    gone.delete(pair.aId + pair.bId);
  }
  const written: Promise<unknown>[] = [];
  if (gone.size > 0) written.push(prepared(tx, REMOVE_PAIRS, valuesOf([...gone.values()], KEY)));
  for (let from = 0; from < changed.length; from += PORTION)
    written.push(writePairs(tx, changed.slice(from, from + PORTION)));
  await Promise.all(written);
}

/** Puts these pairs in the place of all whose deeper region is in this range of codes; how many rows changed. */
export async function replacePairsIn(
  tx: Tx,
  { from, to }: { from: string; to: string },
  pairs: readonly ItemOverlap[],
): Promise<number> {
  const kept = jsonLiteral(pairs.map(({ aId, bId }) => ({ a_id: aId, b_id: bId })));
  // "not in" looks each pair up in one table of those kept; "not exists" would go through all of them for each.
  const gone = tx.execute(sql`
    delete from item_overlaps o where o.region_code >= ${literal(from)} and o.region_code < ${literal(to)} and (o.a_id, o.b_id) not in (
      select a_id, b_id from jsonb_to_recordset(${kept}) as kept(a_id uuid, b_id uuid))
    returning 1`);
  const written: Promise<number>[] = [];
  for (let at = 0; at < pairs.length; at += PORTION) written.push(writePairs(tx, pairs.slice(at, at + PORTION)));
  const [removed, ...counts] = await Promise.all([gone, ...written]);
  return counts.reduce((sum, count) => sum + count, removed.length);
}

async function writePairs(tx: Tx, pairs: readonly ItemOverlap[]): Promise<number> {
  return (await prepared(tx, WRITE_PAIRS, valuesOf(pairs, ALL))).length;
}

/** The values of a statement that takes pairs column by column. */
const valuesOf = (pairs: readonly ItemOverlap[], columns: readonly Column[]) =>
  columns.map((column) => arrayText(pairs.map((pair) => `${pair[COLUMNS[column].holds]}`)));
const unnested = (columns: readonly Column[]) =>
  `unnest(${columns.map((column, at) => `$${at + 1}::${COLUMNS[column].type}[]`).join(", ")}) as t(${columns.join(", ")})`;
const countsOf = (row: string) => COUNTS.map((column) => `${row}.${column}`).join(", ");

const WRITE_PAIRS = `
  insert into item_overlaps as o (${ALL.join(", ")})
  select * from ${unnested(ALL)}
  on conflict (region_code, a_id, b_id) do update set (${COUNTS.join(", ")}) = (${countsOf("excluded")})
  where (${countsOf("o")}) is distinct from (${countsOf("excluded")})
  returning 1`;
const REMOVE_PAIRS = `
  delete from item_overlaps o using ${unnested(KEY)}
  where o.region_code = t.region_code collate "C" and o.a_id = t.a_id and o.b_id = t.b_id`;
