import { and, arrayOverlaps, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { IndicatorBasis, IndicatorState } from "#lib/indicator/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assets, indicators, textHits, texts, units } from "../schema/index.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";
import { holdsWords } from "./search.ts";

/** Which indicators a list holds; an absent member does not narrow it. */
export type IndicatorFilter = {
  bases?: readonly IndicatorBasis[];
  states?: readonly IndicatorState[];
  /** Who assesses: a unit's id. */
  unit?: string | "unknown";
  /** Rests on this item. */
  asset?: string;
  q?: string;
};

export type IndicatorRow = {
  id: string;
  name: string;
  scheme: string;
  weight: string | null;
  bases: IndicatorBasis[];
  quote: string;
  state: IndicatorState;
  stateNote: string | null;
  removedOn: string | null;
  unitId: string | null;
  unitName: string | null;
  asset: { id: string; name: string } | null;
  /** Where it was found; null for one that was registered by hand, or whose text the actor does not see. */
  place: { textId: string; title: string; hitId: string | null } | null;
  createdByName: string;
  createdAt: Date;
  updatedAt: Date;
};

function conditions({ bases, states, unit, asset, q }: IndicatorFilter): SQL | undefined {
  return and(
    bases?.length ? arrayOverlaps(indicators.bases, [...bases]) : undefined,
    states?.length ? inArray(indicators.state, [...states]) : undefined,
    unit === undefined ? undefined : unit === "unknown" ? isNull(indicators.unitId) : eq(indicators.unitId, unit),
    asset === undefined ? undefined : eq(indicators.assetId, asset),
    ...holdsWords(q, indicators.name, indicators.scheme, indicators.quote, units.name),
  );
}

function rows(tx: Tx) {
  return tx
    .select({
      indicator: indicators,
      unitName: units.name,
      assetName: assets.name,
      textTitle: texts.title,
      hitId: sql<
        string | null
      >`(select ${textHits.id} from ${textHits} where ${textHits.indicatorId} = ${indicators.id} order by ${textHits.spanStart}, ${textHits.id} limit 1)`,
      sortKey: sql<string>`${indicators.createdAt}::text`,
    })
    .from(indicators)
    .leftJoin(units, eq(units.id, indicators.unitId))
    .leftJoin(assets, eq(assets.id, indicators.assetId))
    .leftJoin(texts, eq(texts.id, indicators.textId));
}

type Joined = Awaited<ReturnType<typeof rows>>[number];
function toRow({ indicator, unitName, assetName, textTitle, hitId }: Joined): IndicatorRow {
  const { regionCode: _, createdBy: __, assetId, textId, ...row } = indicator;
  return {
    ...row,
    unitName,
    asset: assetId === null || assetName === null ? null : { id: assetId, name: assetName },
    place: textId === null || textTitle === null ? null : { textId, title: textTitle, hitId },
  };
}

async function countWhere(tx: Tx, where: SQL | undefined): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(indicators)
    .leftJoin(units, eq(units.id, indicators.unitId))
    .where(where);
  return row?.count ?? 0;
}

const key = sql`(${indicators.createdAt}, ${indicators.id})`;
const held = (at: { key: string; id: string }) => sql`(${at.key}::timestamptz, ${at.id}::uuid)`;

/** One page of indicators, the latest first, by keyset. */
export async function listIndicators(
  tx: Tx,
  { filter, cursor, size }: { filter: IndicatorFilter; cursor?: Cursor; size: number },
): Promise<Page<IndicatorRow>> {
  const where = conditions(filter);
  const backwards = cursor?.direction === "before";
  const order = sql.raw(backwards ? "asc" : "desc");
  const found = await rows(tx)
    .where(and(where, cursor && (backwards ? sql`${key} > ${held(cursor)}` : sql`${key} < ${held(cursor)}`)))
    .orderBy(sql`${indicators.createdAt} ${order}, ${indicators.id} ${order}`)
    .limit(size + 1);
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  const [head, tail] = [page[0], page.at(-1)];
  const cursorOf = (row: Joined, direction: Cursor["direction"]) =>
    encodeCursor({ direction, key: row.sortKey, id: row.indicator.id });
  const before =
    cursor && head
      ? await countWhere(tx, and(where, sql`${key} > ${held({ key: head.sortKey, id: head.indicator.id })}`))
      : 0;
  return {
    items: page.map(toRow),
    total: await countWhere(tx, where),
    first: head ? before + 1 : 0,
    next: tail && (backwards || more) ? cursorOf(tail, "after") : undefined,
    previous: head && (backwards ? more : before > 0) ? cursorOf(head, "before") : undefined,
  };
}

/** Every indicator of the filter, in the order of the list, a thousand at a time: never cut. */
export async function* exportIndicators(tx: Tx, filter: IndicatorFilter): AsyncGenerator<IndicatorRow> {
  let last: Joined | undefined;
  while (true) {
    const after: SQL | undefined = last && sql`${key} < ${held({ key: last.sortKey, id: last.indicator.id })}`;
    const found: Joined[] = await rows(tx)
      .where(and(conditions(filter), after))
      .orderBy(desc(indicators.createdAt), desc(indicators.id))
      .limit(1000);
    for (const row of found) yield toRow(row);
    if (found.length < 1000) return;
    last = found.at(-1);
  }
}

/** How many indicators of the filter stand in each state, whatever states the filter names; a state without any is absent. */
export async function countIndicatorStates(
  tx: Tx,
  filter: IndicatorFilter,
): Promise<Partial<Record<IndicatorState, number>>> {
  const { states: _, ...anyState } = filter;
  const found = await tx
    .select({ state: indicators.state, count: sql<number>`count(*)::int` })
    .from(indicators)
    .leftJoin(units, eq(units.id, indicators.unitId))
    .where(conditions(anyState))
    .groupBy(indicators.state);
  return Object.fromEntries(found.map((row) => [row.state, row.count]));
}
