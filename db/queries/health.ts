import { sql } from "drizzle-orm";
import type { Database } from "../client.ts";

/** Whether the database answers the application's role, its version, and how many migrations it holds. Throws when it does not. */
export async function getHealth(db: Pick<Database, "execute">): Promise<{ migrations: number; version: string }> {
  const [row] = await db.execute<{ migrations: number; version: string }>(sql`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations, current_setting('server_version') as version`);
  if (row === undefined) throw new Error("the database gave no row");
  return row;
}
