import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** The name of the unit that an item stands under, also where the actor may not see the unit itself; null where it is unknown. */
export function unitLabel({ regionCode, unitId }: { regionCode: AnyColumn; unitId: AnyColumn }): SQL<string | null> {
  return sql<string | null>`unit_label(${regionCode}, ${unitId})`;
}
