import { type AnyColumn, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { regionRange, regionsAbove } from "#lib/region/region.ts";

/** Whether a row lies in a region or below it, by the column of its region: a range of codes, which an index can follow. */
export function inRegion(column: AnyColumn, regionCode: string): SQL {
  const { from, to } = regionRange(regionCode);
  return sql`${column} >= ${from} and ${column} < ${to}`;
}

/** A region with all that lies below it, or (`level`) without. */
export type Place = { region?: string | undefined; level?: string | undefined };

/** The place that a wider search names. */
export const placeOf = ({ region, level }: Place): Place => ({ region, level });

/** Whether a row lies in a place; undefined where none is named. */
export function inPlace(column: AnyColumn, { region, level }: Place): SQL | undefined {
  if (level !== undefined) return eq(column, level);
  return region === undefined ? undefined : inRegion(column, region);
}

/** Whether a row lies in a region, below it or in one of those that it lies in: what holds there comes from above, too. */
export function onLineOf(column: AnyColumn, regionCode: string): SQL | undefined {
  return or(inRegion(column, regionCode), inArray(column, regionsAbove(regionCode)));
}
