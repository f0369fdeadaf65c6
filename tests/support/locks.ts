import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/** Resolves as soon as a transaction in this database waits for a lock of ours that another one holds. */
export async function someoneWaits(ownerDb: Database): Promise<"waits"> {
  for (;;) {
    const [row] = await ownerDb.execute<{ count: number }>(sql`
      select count(*)::int as count from pg_locks
      where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`);
    if (row?.count === 1) return "waits";
  }
}
