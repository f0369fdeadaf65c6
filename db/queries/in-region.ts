import { type AnyColumn, inArray, or, type SQL, sql } from "drizzle-orm";
import { regionRange, regionsAbove } from "#lib/region/region.ts";

/** Whether a row lies in a region or below it, by the column of its region: a range of codes, which an index can follow. */
export function inRegion(column: AnyColumn, regionCode: string): SQL {
  const { from, to } = regionRange(regionCode);
  return sql`${column} >= ${from} and ${column} < ${to}`;
}

/** Whether a row lies in a region, below it or in one of those that it lies in: what holds there comes from above, too. */
export function onLineOf(column: AnyColumn, regionCode: string): SQL | undefined {
  return or(inRegion(column, regionCode), inArray(column, regionsAbove(regionCode)));
}
