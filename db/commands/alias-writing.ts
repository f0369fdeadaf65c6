import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import type { elementAliases } from "../schema/index.ts";

export type StoredAlias = typeof elementAliases.$inferSelect;

/** One answer after the other in a region, until the transaction ends: of two at the same time the second sees the first. */
export async function lockAliases(tx: Tx, regionCode: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`element_aliases|${regionCode}`}, 0))`);
}
