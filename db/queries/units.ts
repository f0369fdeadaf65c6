import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { type RegionLevel, regionLevel, regionsAbove } from "#lib/region/region.ts";
import type { UnitType } from "#lib/unit/unit.ts";
import type { Tx } from "../client.ts";
import { assets, regions, units } from "../schema/index.ts";
import { inRegion, onLineOf, type Place } from "./in-region.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";
import { holdsWords } from "./search.ts";

export type UnitRow = {
  id: string;
  regionCode: string;
  regionName: string | null;
  level: RegionLevel;
  name: string;
  type: UnitType | null;
  headcount: number | null;
  creditCode: string | null;
  updatedAt: Date;
  /** Items by kind that are running; a kind without any is absent. */
  running: Partial<Record<AssetKind, number>>;
};

export type UnitFilter = { q?: string; region?: string; types?: readonly (UnitType | "unknown")[] };

const running = sql<
  Partial<Record<AssetKind, number>>
>`coalesce((select jsonb_object_agg(counted.kind, counted.items) from (select ${assets.kind} as kind, count(*)::int as items from ${assets} where ${assets.regionCode} = ${units.regionCode} and ${assets.unitId} = ${units.id} and ${assets.state} in (${sql.join(
  RUNNING_STATES.map((state) => sql`${state}`),
  sql`, `,
)}) group by ${assets.kind}) as counted), '{}'::jsonb)`;

const columns = {
  id: units.id,
  regionCode: units.regionCode,
  regionName: regions.name,
  name: units.name,
  type: units.type,
  headcount: units.headcount,
  creditCode: units.creditCode,
  updatedAt: units.updatedAt,
  running,
};

const withLevel = <T extends { regionCode: string }>(row: T) => ({ ...row, level: regionLevel(row.regionCode) });

function conditions(filter: UnitFilter) {
  const types = filter.types ?? [];
  const known = types.filter((type) => type !== "unknown");
  return and(
    filter.region === undefined ? undefined : inRegion(units.regionCode, filter.region),
    types.length === 0
      ? undefined
      : sql`(${
          known.length > 0
            ? sql`${units.type} in (${sql.join(
                known.map((type) => sql`${type}`),
                sql`, `,
              )})`
            : sql`false`
        } or ${types.includes("unknown") ? sql`${units.type} is null` : sql`false`})`,
    ...holdsWords(filter.q, units.name, units.creditCode),
  );
}

/** One page of units, by region and then name. */
export async function listUnits(
  tx: Tx,
  { filter, cursor, size }: { filter: UnitFilter; cursor?: Cursor; size: number },
): Promise<Page<UnitRow>> {
  const where = conditions(filter);
  const key = sql`(${units.regionCode} || ' ' || ${units.name} collate "C")`;
  const backwards = cursor?.direction === "before";
  const beyond =
    cursor && sql`(${key}, ${units.id}) ${sql.raw(backwards ? "<" : ">")} (${cursor.key}, ${cursor.id}::uuid)`;
  const order = sql.raw(backwards ? "desc" : "asc");
  const count = async (extra?: ReturnType<typeof and>) => {
    const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(units).where(and(where, extra));
    return row?.count ?? 0;
  };
  const found = await tx
    .select({ ...columns, sortKey: sql<string>`${key}` })
    .from(units)
    .leftJoin(regions, eq(regions.code, units.regionCode))
    .where(and(where, beyond))
    .orderBy(sql`${key} ${order}, ${units.id} ${order}`)
    .limit(size + 1);
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  const head = page[0];
  const tail = page.at(-1);
  const total = await count();
  const before = cursor && head ? await count(sql`(${key}, ${units.id}) < (${head.sortKey}, ${head.id}::uuid)`) : 0;
  return {
    items: page.map(({ sortKey: _, ...row }) => withLevel(row)),
    total,
    first: head ? before + 1 : 0,
    next:
      tail && (backwards || more) ? encodeCursor({ direction: "after", key: tail.sortKey, id: tail.id }) : undefined,
    previous:
      head && (backwards ? more : before > 0)
        ? encodeCursor({ direction: "before", key: head.sortKey, id: head.id })
        : undefined,
  };
}

/** A unit; undefined where there is none that the actor sees. */
export async function findUnit(tx: Tx, id: string): Promise<UnitRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(units)
    .leftJoin(regions, eq(regions.code, units.regionCode))
    .where(eq(units.id, id));
  return row && withLevel(row);
}

export type UnitChoice = { id: string; name: string; regionCode: string };

/** Every unit that the actor sees, or those of a place and above it, as choices of a form, by region and name. */
export async function listUnitChoices(tx: Tx, { region, level }: Place = {}): Promise<UnitChoice[]> {
  return tx
    .select({ id: units.id, name: units.name, regionCode: units.regionCode })
    .from(units)
    .where(
      level !== undefined
        ? inArray(units.regionCode, [level, ...regionsAbove(level)])
        : region !== undefined
          ? onLineOf(units.regionCode, region)
          : undefined,
    )
    .orderBy(asc(units.regionCode), asc(units.name));
}
