import { type SQL, sql } from "drizzle-orm";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import type { Tx } from "../client.ts";
import { jsonLiteral, literal } from "../literal.ts";

/** Pairs of one statement. */
const PORTION = 5000;

/** Puts these pairs in the place of all that the items had; how many rows changed. */
export function replacePairsOf(tx: Tx, ids: readonly string[], pairs: readonly ItemOverlap[]): Promise<number> {
  const changed = sql`any(array(select jsonb_array_elements_text(${jsonLiteral(ids)})::uuid))`;
  return replacePairs(tx, sql`(o.a_id = ${changed} or o.b_id = ${changed})`, pairs);
}

/** The same for all pairs whose deeper region is in this range of codes. */
export function replacePairsIn(
  tx: Tx,
  { from, to }: { from: string; to: string },
  pairs: readonly ItemOverlap[],
): Promise<number> {
  return replacePairs(tx, sql`o.region_code >= ${literal(from)} and o.region_code < ${literal(to)}`, pairs);
}

async function replacePairs(tx: Tx, former: SQL, pairs: readonly ItemOverlap[]): Promise<number> {
  const kept = jsonLiteral(pairs.map(({ aId, bId }) => ({ a_id: aId, b_id: bId })));
  // "not in" looks each pair up in one table of those kept; "not exists" would go through all of them for each.
  const gone = tx.execute(sql`
    delete from item_overlaps o where ${former} and (o.a_id, o.b_id) not in (
      select a_id, b_id from jsonb_to_recordset(${kept}) as kept(a_id uuid, b_id uuid))
    returning 1`);
  const written: Promise<number>[] = [];
  for (let from = 0; from < pairs.length; from += PORTION)
    written.push(writePairs(tx, pairs.slice(from, from + PORTION)));
  const [removed, ...counts] = await Promise.all([gone, ...written]);
  return counts.reduce((sum, count) => sum + count, removed.length);
}

async function writePairs(tx: Tx, pairs: readonly ItemOverlap[]): Promise<number> {
  const rows = await tx.execute(sql`
    insert into item_overlaps as o (${PAIR_COLUMNS})
    select ${PAIR_COLUMNS} from jsonb_to_recordset(${jsonLiteral(pairs.map(toRecord))})
      as t(region_code text, a_region text, a_id uuid, b_region text, b_id uuid, kind asset_kind, relation form_relation,
        shared int, size_a int, size_b int, own_shared int, own_a int, own_b int, words_shared int, words_a int, words_b int)
    on conflict (region_code, a_id, b_id) do update set (${COUNT_COLUMNS}) = (${EXCLUDED})
    where (${STANDING}) is distinct from (${EXCLUDED})
    returning 1`);
  return rows.length;
}

const COUNTS = [
  ...["relation", "shared", "size_a", "size_b", "own_shared", "own_a", "own_b"],
  ...["words_shared", "words_a", "words_b"],
];
const COUNT_COLUMNS = sql.raw(COUNTS.join(", "));
const PAIR_COLUMNS = sql.raw(["region_code", "a_region", "a_id", "b_region", "b_id", "kind", ...COUNTS].join(", "));
const EXCLUDED = sql.raw(COUNTS.map((column) => `excluded.${column}`).join(", "));
const STANDING = sql.raw(COUNTS.map((column) => `o.${column}`).join(", "));

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
