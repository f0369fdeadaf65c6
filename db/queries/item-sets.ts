import { and, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import type { ElementAlias } from "#lib/redundancy/element/alias.ts";
import { COMPARED_KINDS, type ComparedKind, type ItemSet } from "#lib/redundancy/item/item-set.ts";
import { unpack } from "#lib/redundancy/item/packed.ts";
import type { AliasAnswer } from "#lib/redundancy/vocabulary.ts";
import { parentRegion, regionRange, regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { literal } from "../literal.ts";
import { elementAliases, itemSets } from "../schema/index.ts";

/** Sets of one statement; a county has fewer. */
const AT_ONCE = 20_000;

type SetRow = {
  region_code: string;
  asset_id: string;
  kind: ComparedKind;
  name: string;
  respondent: string | null;
  members: Buffer;
  own: Buffer;
  words: Buffer | null;
};

/** The sets of the items that people of a region face: its own, those below it, and with `above` those of the regions it lies in. */
export function itemSetsOf(
  tx: Tx,
  { regionCode, kinds, above }: { regionCode: string; kinds: readonly ComparedKind[]; above: boolean },
): AsyncGenerator<ItemSet[]> {
  return itemSetsIn(tx, { ...regionRange(regionCode), regions: above ? regionsAbove(regionCode) : [], kinds });
}

/** The same of all regions in a range of codes, and of further regions, by portions. */
export async function* itemSetsIn(
  tx: Tx,
  {
    from,
    to,
    regions,
    kinds,
  }: { from: string; to: string; regions: readonly string[]; kinds: readonly ComparedKind[] },
): AsyncGenerator<ItemSet[]> {
  const sets = sql`select region_code, asset_id, kind, name, respondent, members, own, words from item_sets
    where kind in (${sql.raw(kinds.map((kind) => `'${kind}'`).join(", "))})`;
  const further =
    regions.length > 0 ? sql`union all ${sets} and region_code in (${sql.join(regions.map(literal), sql`, `)})` : sql``;
  for (let last: SetRow | undefined; ; ) {
    const after =
      last && sql`and (region_code, asset_id) > (${literal(last.region_code)}, ${literal(last.asset_id)}::uuid)`;
    // Each part is one range of the key; an "or" of the two would be none.
    const rows = await tx.execute<SetRow>(sql`
      (${sets} and region_code >= ${literal(from)} and region_code < ${literal(to)} ${after ?? sql``} order by region_code, asset_id limit ${sql.raw(String(AT_ONCE))})
      ${after ? sql`` : further}`);
    yield rows.map(toSet);
    if (rows.length < AT_ONCE) return;
    last = rows[AT_ONCE - 1];
  }
}

const toSet = ({ region_code, asset_id, kind, name, respondent, members, own, words }: SetRow): ItemSet => ({
  regionCode: region_code,
  id: asset_id,
  kind,
  name,
  respondent,
  members: unpack(members),
  own: unpack(own),
  words: words && unpack(words),
});

/** The regions that a region lies in, the nearest first. */
export function regionsAbove(regionCode: string): string[] {
  const above: string[] = [];
  for (let at = parentRegion(regionCode); at !== undefined; at = parentRegion(at)) above.push(at);
  return above;
}

type AliasRow = Record<"region_code" | "a_label" | "a_key" | "b_label" | "b_key" | "decided_by_name", string> & {
  a_form: string | null;
  b_form: string | null;
  answer: AliasAnswer;
};
const fromRow = (row: AliasRow): ElementAlias => ({
  a: { label: row.a_label, form: row.a_form, key: row.a_key },
  b: { label: row.b_label, form: row.b_form, key: row.b_key },
  answer: row.answer,
  decidedBy: row.decided_by_name,
});

/** The answers that hold in each of these regions, its own and those of the regions it lies in, the oldest first. */
export async function aliasesIn(tx: Tx, regionCodes: readonly string[]): Promise<Map<string, ElementAlias[]>> {
  const regions = [...new Set(regionCodes.flatMap((code) => [code, ...regionsAbove(code)]))];
  const rows = await tx.execute<AliasRow>(sql`
    select region_code, a_label, a_form, a_key, b_label, b_form, b_key, answer, decided_by_name from element_aliases
    where region_code in (${sql.join(regions.map(literal), sql`, `)}) and undone_at is null
    order by decided_at, id`);
  return new Map(
    regionCodes.map((regionCode) => [
      regionCode,
      rows.filter((row) => regionWithin(regionCode, row.region_code)).map(fromRow),
    ]),
  );
}

/** The answers that hold in a region, in any below it, and in those it lies in. */
export async function aliasesAcross(tx: Tx, regionCode: string): Promise<ElementAlias[]> {
  const { from, to } = regionRange(regionCode);
  const rows = await tx
    .select()
    .from(elementAliases)
    .where(
      and(
        or(
          and(gte(elementAliases.regionCode, from), lt(elementAliases.regionCode, to)),
          inArray(elementAliases.regionCode, regionsAbove(regionCode)),
        ),
        isNull(elementAliases.undoneAt),
      ),
    );
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
