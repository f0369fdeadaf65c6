import { sql } from "drizzle-orm";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import type { Tx } from "../client.ts";
import { jsonLiteral, literal } from "../literal.ts";
import { arrayText, prepared } from "../prepared.ts";

/** Pairs of one statement. */
const PORTION = 5000;

/** The pairs that items have, as they stand. */
export function standingPairsOf(tx: Tx, ids: readonly string[]): Promise<PairRow[]> {
  return prepared<PairRow>(tx, STANDING_PAIRS, [arrayText(ids)]);
}

/** Puts pairs in the place of those that stand, which items had; how many rows changed. What is the same is not written. */
export async function replaceStanding(
  tx: Tx,
  standing: readonly PairRow[],
  pairs: readonly ItemOverlap[],
): Promise<number> {
  const before = new Map(standing.map((row) => [row.a_id + row.b_id, row]));
  const records = pairs.map(toRecord);
  const changed = records.filter((record) => {
    const row = before.get(record.a_id + record.b_id);
    return row === undefined || COUNTS.some((column) => row[column] !== record[column]);
  });
  for (const { a_id, b_id } of records) before.delete(a_id + b_id);
  const written: Promise<number>[] = [];
  if (before.size > 0) written.push(removePairs(tx, [...before.values()]));
  for (let from = 0; from < changed.length; from += PORTION)
    written.push(writePairs(tx, changed.slice(from, from + PORTION)));
  return (await Promise.all(written)).reduce((sum, count) => sum + count, 0);
}

async function removePairs(tx: Tx, gone: readonly PairRow[]): Promise<number> {
  const records = gone.map(({ region_code, a_id, b_id }) => ({ region_code, a_id, b_id }));
  return (await prepared(tx, REMOVE_PAIRS, [JSON.stringify(records)])).length;
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
  for (let at = 0; at < pairs.length; at += PORTION)
    written.push(writePairs(tx, pairs.slice(at, at + PORTION).map(toRecord)));
  const [removed, ...counts] = await Promise.all([gone, ...written]);
  return counts.reduce((sum, count) => sum + count, removed.length);
}

async function writePairs(tx: Tx, records: readonly PairRow[]): Promise<number> {
  return (await prepared(tx, WRITE_PAIRS, [JSON.stringify(records)])).length;
}

const COUNTS = [
  ...(["relation", "shared", "size_a", "size_b", "own_shared", "own_a", "own_b"] as const),
  ...(["words_shared", "words_a", "words_b"] as const),
];
const PAIR_COLUMNS = ["region_code", "a_region", "a_id", "b_region", "b_id", "kind", ...COUNTS].join(", ");
const of = (row: string) => COUNTS.map((column) => `${row}.${column}`).join(", ");
const STANDING_PAIRS = `
  select ${PAIR_COLUMNS} from item_overlaps where a_id = any($1::uuid[])
  union all select ${PAIR_COLUMNS} from item_overlaps where b_id = any($1::uuid[])`;
const WRITE_PAIRS = `
  insert into item_overlaps as o (${PAIR_COLUMNS})
  select ${PAIR_COLUMNS} from jsonb_to_recordset($1::jsonb)
    as t(region_code text, a_region text, a_id uuid, b_region text, b_id uuid, kind asset_kind, relation form_relation,
      shared int, size_a int, size_b int, own_shared int, own_a int, own_b int, words_shared int, words_a int, words_b int)
  on conflict (region_code, a_id, b_id) do update set (${COUNTS.join(", ")}) = (${of("excluded")})
  where (${of("o")}) is distinct from (${of("excluded")})
  returning 1`;
const REMOVE_PAIRS = `
  delete from item_overlaps o using jsonb_to_recordset($1::jsonb) as t(region_code text, a_id uuid, b_id uuid)
  where o.region_code = t.region_code collate "C" and o.a_id = t.a_id and o.b_id = t.b_id returning 1`;

export type PairRow = ReturnType<typeof toRecord>;
const toRecord = (pair: ItemOverlap) => ({
  region_code: pair.regionCode,
  a_region: pair.aRegion,
  a_id: pair.aId,
  b_region: pair.bRegion,
  b_id: pair.bId,
  kind: pair.kind,
  relation: pair.relation,
  shared: pair.shared,
  size_a: pair.sizeA,
  size_b: pair.sizeB,
  own_shared: pair.ownShared,
  own_a: pair.ownA,
  own_b: pair.ownB,
  words_shared: pair.wordsShared,
  words_a: pair.wordsA,
  words_b: pair.wordsB,
});
