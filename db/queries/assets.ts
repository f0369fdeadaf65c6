import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import type { AssetKind, AssetState, Board, WorkLine } from "#lib/asset/vocabulary.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { Tx } from "../client.ts";
import { assets, units } from "../schema/index.ts";
import { assetColumns } from "./asset-columns.ts";
import { assetConditions, decisionOf, type Reading, readingOf } from "./asset-conditions.ts";
import type { AssetFilter, AssetSort } from "./asset-filter.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";

export type AssetRow = {
  id: string;
  regionCode: string;
  kind: AssetKind;
  key: string;
  name: string;
  unitId: string | null;
  unitName: string | null;
  state: AssetState;
  workLine: WorkLine | null;
  board: Board | null;
  attributes: AnyAttributes;
  version: number;
  updatedAt: Date;
  /** Null: never judged (or, with `run` in the filter, not in that run). */
  reading: {
    assessmentId: string;
    asOf: string;
    band: Band;
    score: number;
    redLines: number;
    hits: number;
    unknowns: number;
    exempt: number;
    burdenLow: number | null;
    burdenMid: number | null;
    burdenHigh: number | null;
    recommendation: Decision | null;
  } | null;
  decision: Decision | null;
};

/** Whether the server knows pinyin order; one built without ICU sorts names by code point. */
async function hasPinyin(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ pinyin: boolean }>(
    sql`select to_regcollation('pg_catalog."zh-x-icu"') is not null as pinyin`,
  );
  return row?.pinyin ?? false;
}

/** What rows are sorted by, as SQL that is never null; what is unknown comes last in either order. */
function sortKey(sort: AssetSort, reading: Reading, isPinyin: boolean): { key: SQL; cast: string } {
  const last = sort.order === "asc" ? sql`'Infinity'::float8` : sql`'-Infinity'::float8`;
  switch (sort.by) {
    case "name":
      return {
        key: isPinyin ? sql`(${assets.name} collate "zh-x-icu")` : sql`(${assets.name} collate "C")`,
        cast: "text",
      };
    case "updated":
      return { key: sql`${assets.updatedAt}`, cast: "timestamptz" };
    case "burden":
      return { key: sql`coalesce(${reading.burdenMid}, ${last})`, cast: "float8" };
    case "score":
      return { key: sql`coalesce(${reading.score}, ${last})`, cast: "float8" };
  }
}

function rows(tx: Tx, filter: AssetFilter, key: SQL) {
  const reading = readingOf(tx, filter.run);
  const standing = decisionOf(tx);
  const query = tx
    .select({
      ...assetColumns,
      unitName: units.name,
      updatedAt: assets.updatedAt,
      reading: {
        assessmentId: reading.assessmentId,
        asOf: reading.asOf,
        band: reading.band,
        score: reading.score,
        redLines: reading.redLines,
        hits: reading.hits,
        unknowns: reading.unknowns,
        exempt: reading.exempt,
        burdenLow: reading.burdenLow,
        burdenMid: reading.burdenMid,
        burdenHigh: reading.burdenHigh,
        recommendation: reading.recommendation,
      },
      decision: standing.decision,
      sortKey: sql<string>`(${key})::text`,
    })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`);
  return { query, where: assetConditions(tx, filter, reading, standing) };
}

type Joined = Awaited<ReturnType<typeof rows>["query"]>[number];
const toRow = ({ sortKey: _, reading, ...row }: Joined): AssetRow => ({
  ...row,
  reading: reading?.assessmentId == null ? null : (reading as AssetRow["reading"]),
});

async function countWhere(tx: Tx, filter: AssetFilter, extra?: SQL): Promise<number> {
  const reading = readingOf(tx, filter.run);
  const standing = decisionOf(tx);
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(and(assetConditions(tx, filter, reading, standing), extra));
  return row?.count ?? 0;
}

/** How many items of the filter the actor sees. */
export function countAssets(tx: Tx, filter: AssetFilter): Promise<number> {
  return countWhere(tx, filter);
}

/** One page of the inventory, by keyset: rows that come or go while someone turns pages are neither shown twice nor skipped. */
export async function listAssets(
  tx: Tx,
  { filter, sort, cursor, size }: { filter: AssetFilter; sort: AssetSort; cursor?: Cursor; size: number },
): Promise<Page<AssetRow>> {
  const { key, cast } = sortKey(sort, readingOf(tx, filter.run), await hasPinyin(tx));
  const backwards = cursor?.direction === "before";
  const forwards = sql.raw(sort.order === "asc" ? ">" : "<");
  const against = sql.raw(sort.order === "asc" ? "<" : ">");
  const order = sql.raw((sort.order === "asc") === backwards ? "desc" : "asc");
  const { query, where } = rows(tx, filter, key);
  const held = cursor && sql`${cursor.key}::${sql.raw(cast)}, ${cursor.id}::uuid`;
  const beyond = held && sql`(${key}, ${assets.id}) ${backwards ? against : forwards} (${held})`;

  const found = await query
    .where(and(where, beyond))
    .orderBy(sql`${key} ${order}, ${assets.id} ${order}`)
    .limit(size + 1);
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();

  const head = page[0];
  const tail = page.at(-1);
  const total = await countWhere(tx, filter);
  const before =
    cursor === undefined || head === undefined
      ? 0
      : await countWhere(
          tx,
          filter,
          sql`(${key}, ${assets.id}) ${against} (${head.sortKey}::${sql.raw(cast)}, ${head.id}::uuid)`,
        );
  const hasPrevious = backwards ? more : cursor !== undefined && before > 0;
  const hasNext = backwards ? page.length > 0 : more;
  return {
    items: page.map(toRow),
    total,
    first: head === undefined ? 0 : before + 1,
    next: hasNext && tail ? encodeCursor({ direction: "after", key: tail.sortKey, id: tail.id }) : undefined,
    previous: hasPrevious && head ? encodeCursor({ direction: "before", key: head.sortKey, id: head.id }) : undefined,
  };
}

/** Every row of the filter, in order, a thousand at a time: never cut. */
export async function* exportAssets(
  tx: Tx,
  { filter, sort }: { filter: AssetFilter; sort: AssetSort },
): AsyncGenerator<AssetRow> {
  const { key, cast } = sortKey(sort, readingOf(tx, filter.run), await hasPinyin(tx));
  const beyond = sql.raw(sort.order === "asc" ? ">" : "<");
  const order = sql.raw(sort.order);
  let last: Joined | undefined;
  while (true) {
    const { query, where } = rows(tx, filter, key);
    const after: SQL | undefined =
      last && sql`(${key}, ${assets.id}) ${beyond} (${last.sortKey}::${sql.raw(cast)}, ${last.id}::uuid)`;
    const found = await query.where(and(where, after)).orderBy(sql`${key} ${order}, ${assets.id} ${order}`).limit(1000);
    for (const row of found) yield toRow(row);
    if (found.length < 1000) return;
    last = found.at(-1);
  }
}

/** How many items of the filter there are of each kind, whatever kinds the filter names. */
export async function countByKind(tx: Tx, filter: AssetFilter): Promise<Record<AssetKind, number>> {
  const { kinds: _, ...anyKind } = filter;
  const reading = readingOf(tx, filter.run);
  const standing = decisionOf(tx);
  const found = await tx
    .select({ kind: assets.kind, count: sql<number>`count(*)::int` })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoinLateral(reading, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(assetConditions(tx, anyKind, reading, standing))
    .groupBy(assets.kind);
  return { app: 0, group: 0, account: 0, form: 0, ...Object.fromEntries(found.map((row) => [row.kind, row.count])) };
}
