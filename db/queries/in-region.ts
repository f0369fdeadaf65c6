import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { regionRange } from "#lib/region/region.ts";

/** Whether a row lies in a region or below it, by the column of its region: a range of codes, which an index can follow. */
export function inRegion(column: AnyColumn, regionCode: string): SQL {
  const { from, to } = regionRange(regionCode);
  return sql`${column} >= ${from} and ${column} < ${to}`;
}
