import { and, isNull, max, sql } from "drizzle-orm";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import type { ElementAlias } from "#lib/redundancy/element/alias.ts";
import type { ItemOverlap } from "#lib/redundancy/item/item-overlap.ts";
import { COMPARED_KINDS, type ComparedKind, type ItemSet } from "#lib/redundancy/item/item-set.ts";
import { unpack } from "#lib/redundancy/item/packed.ts";
import type { AliasAnswer } from "#lib/redundancy/vocabulary.ts";
import { regionRange, regionsAbove, regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";
import { elementAliases, itemOverlaps, itemSets } from "../schema/index.ts";
import { onLineOf } from "./in-region.ts";
import { pairsOfFew } from "./overlap-filter.ts";

/** Sets of one statement; a county has fewer. */
const AT_ONCE = 20_000;

/** The sets of the items that people of a region face: its own, those below it and those of the regions it lies in, by portions. */
export function itemSetsOf(tx: Tx, regionCode: string, kinds?: readonly ComparedKind[]): AsyncGenerator<ItemSet[]> {
  return itemSetsIn(tx, { ...regionRange(regionCode), regions: regionsAbove(regionCode) }, kinds);
}

/** The same of all regions in a range of codes, and of further regions. */
export async function* itemSetsIn(
  tx: Tx,
  { from, to, regions }: { from: string; to: string; regions: readonly string[] },
  kinds: readonly ComparedKind[] = COMPARED_KINDS,
): AsyncGenerator<ItemSet[]> {
  const kindsText = arrayText(kinds);
  let first = await prepared<SetsRow>(tx, FIRST_SETS, [from, to, kindsText, arrayText(regions)]);
  for (;;) {
    const sets = first.map(setsOf);
    yield sets.flat();
    const last = sets[0]?.at(-1);
    if (last === undefined || (sets[0]?.length ?? 0) < AT_ONCE) return;
    first = await prepared<SetsRow>(tx, FURTHER_SETS, [from, to, kindsText, last.regionCode, last.id]);
  }
}

const IN_RANGE =
  'from item_sets where region_code >= $1::text collate "C" and region_code < $2::text collate "C" and kind = any($3::asset_kind[])';
const COLUMNS = "region_code, asset_id, kind, name, respondent, members, own, words";
/**
 * Many sets as one row: numbers as bytes, so that the server writes no row for each and we read none; the order is the same in all
 * columns.
 */
const together = (sets: string) => `
  select string_agg(region_code, ',') as regions, string_agg(asset_id::text, ',') as ids, string_agg(kind::text, ',') as kinds,
    json_agg(name) as names, json_agg(respondent) as respondents,
    string_agg(int4send(octet_length(members)) || int4send(octet_length(own)) || int4send(coalesce(octet_length(words), -1)) ||
      members || own || coalesce(words, ''), '') as numbers
  from (${sets}) as sets`;
// Those of the range first; the regions above are few, and come with the first portion.
const FIRST_SETS = `${together(`select ${COLUMNS} ${IN_RANGE} order by region_code, asset_id limit ${AT_ONCE}`)}
  union all ${together(`select ${COLUMNS} from item_sets where region_code = any($4::text[]) and kind = any($3::asset_kind[])`)}`;
const FURTHER_SETS = together(
  `select ${COLUMNS} ${IN_RANGE} and (region_code, asset_id) > ($4::text collate "C", $5::uuid) order by region_code, asset_id limit ${AT_ONCE}`,
);

type Bytes = string;
/** A set of a line as `items_to_compare` tells it, or, without an id, that sets of a region were removed. */
export type NewsRow = { written: number } & (
  | ({ id: string; region_code: string; members: Bytes; own: Bytes; words: Bytes | null } & Pick<
      ItemSet,
      "kind" | "name" | "respondent"
    >)
  | { id: null; here: boolean }
);

/** What was written of a line, the sets of the items that people of a region face, after a number. */
export type LineNews = {
  /** The number that was written last. */
  written: number;
  sets: ItemSet[];
  /** Whether other sets were removed, and whether by this transaction, which may come to nothing. */
  removed: boolean;
  removedHere: boolean;
};

/** News of a line after number `since`. */
export function lineNews(rows: readonly NewsRow[], since: number): LineNews {
  const removals = rows.flatMap((row) => (row.id === null ? [row.here] : []));
  return {
    written: rows.reduce((last, row) => Math.max(last, row.written), since),
    sets: rows.flatMap((row) => (row.id === null ? [] : [fromNews(row)])),
    removed: removals.length > 0,
    removedHere: removals.includes(true),
  };
}

const fromNews = ({ region_code, members, own, words, ...row }: Exclude<NewsRow, { id: null }>): ItemSet => ({
  regionCode: region_code,
  id: row.id,
  kind: row.kind,
  name: row.name,
  respondent: row.respondent,
  members: fromBytes(members),
  own: fromBytes(own),
  words: words === null ? null : fromBytes(words),
});

/** Of bytes as JSON has them: \x0000002a. */
const fromBytes = (bytes: Bytes) => unpack(Buffer.from(bytes.slice(2), "hex"));

/** The number that was written last of a line. */
export async function lastWritten(tx: Tx, regionCode: string): Promise<number> {
  const [row] = await tx
    .select({ written: max(itemSets.written) })
    .from(itemSets)
    .where(onLineOf(itemSets.regionCode, regionCode));
  return row?.written ?? 0;
}

type SetsRow = {
  regions: string | null;
  ids: string;
  kinds: string;
  names: string[];
  respondents: (string | null)[];
  numbers: Buffer;
};

function setsOf({ regions, ids, kinds, names, respondents, numbers }: SetsRow): ItemSet[] {
  if (regions === null) return [];
  const [idOf, kindOf] = [ids.split(","), kinds.split(",")];
  const all = unpack(numbers);
  let at = 0;
  const take = (bytes: number) => {
    at += bytes / BYTES;
    return all.subarray(at - bytes / BYTES, at);
  };
  return regions.split(",").map((regionCode, place) => {
    const [members, own, words] = [all[at] as number, all[at + 1] as number, all[at + 2] as number];
    at += 3;
    return {
      regionCode,
      id: idOf[place] as string,
      kind: kindOf[place] as ComparedKind,
      name: names[place] as string,
      respondent: respondents[place] as string | null,
      members: take(members),
      own: take(own),
      words: words === NONE ? null : take(words),
    };
  });
}

/** Four bytes a member, and what -1 is in them. */
const BYTES = 4;
const NONE = 0xffffffff;

/** The pairs whose deeper region is in a range of codes, with items of these further regions or without. */
export function pairsIn(
  tx: Tx,
  { from, to, regions }: { from: string; to: string; regions: readonly string[] },
): Promise<ItemOverlap[]> {
  const { toldIn, regionCode, aRegion, aId, bRegion, bId, kind, relation } = itemOverlaps;
  const { shared, sizeA, sizeB, ownShared, ownA, ownB, wordsShared, wordsA, wordsB } = itemOverlaps;
  return tx
    .select({
      ...{ regionCode, aRegion, aId, bRegion, bId, kind, relation },
      ...{ shared, sizeA, sizeB, ownShared, ownA, ownB, wordsShared, wordsA, wordsB },
    })
    .from(pairsOfFew)
    .where(
      sql`((${toldIn} >= ${from} and ${toldIn} < ${to}) or ${toldIn} = any(${sql.param([...regions])}::text[]))
        and ${regionCode} >= ${from} and ${regionCode} < ${to}`,
    ) as Promise<ItemOverlap[]>;
}

export type AliasRow = Record<"region_code" | "a_label" | "a_key" | "b_label" | "b_key" | "decided_by_name", string> & {
  a_form: string | null;
  b_form: string | null;
  answer: AliasAnswer;
};
/** An answer as it is stored. */
export const fromAliasRow = (row: AliasRow): ElementAlias => ({
  a: { label: row.a_label, form: row.a_form, key: row.a_key },
  b: { label: row.b_label, form: row.b_form, key: row.b_key },
  answer: row.answer,
  decidedBy: row.decided_by_name,
});

const ALIASES = `
  select region_code, a_label, a_form, a_key, b_label, b_form, b_key, answer, decided_by_name from element_aliases
  where region_code = any($1::text[]) and undone_at is null order by decided_at, id`;

/** The answers that hold in each of these regions, its own and those of the regions it lies in, the oldest first. */
export async function aliasesIn(tx: Tx, regionCodes: readonly string[]): Promise<Map<string, ElementAlias[]>> {
  const regions = [...new Set(regionCodes.flatMap((code) => [code, ...regionsAbove(code)]))];
  const rows = await prepared<AliasRow>(tx, ALIASES, [arrayText(regions)]);
  return new Map(
    regionCodes.map((regionCode) => [
      regionCode,
      rows.filter((row) => regionWithin(regionCode, row.region_code)).map(fromAliasRow),
    ]),
  );
}

/** The answers that hold in a region, in any below it, and in those it lies in. */
export async function aliasesAcross(tx: Tx, regionCode: string): Promise<ElementAlias[]> {
  const rows = await tx
    .select()
    .from(elementAliases)
    .where(and(onLineOf(elementAliases.regionCode, regionCode), isNull(elementAliases.undoneAt)));
  return rows.map(toAlias);
}

/** An answer as the reading of labels takes it. */
export const toAlias = (row: typeof elementAliases.$inferSelect): ElementAlias => ({
  a: { label: row.aLabel, form: row.aForm, key: row.aKey },
  b: { label: row.bLabel, form: row.bForm, key: row.bKey },
  answer: row.answer,
  decidedBy: row.decidedByName,
});

/** How many running forms and apps have no set, or one that was read by another edition of the lexicon than this. */
export async function countUnread(tx: Tx, readBy: string): Promise<number> {
  const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from assets a
    left join ${itemSets} s on s.region_code = a.region_code and s.asset_id = a.id
    where a.kind in (${quoted(COMPARED_KINDS)}) and a.state in (${quoted(RUNNING_STATES)})
      and s.read_by is distinct from ${readBy}`);
  return row?.count ?? 0;
}
