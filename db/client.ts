import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

export type Database = PostgresJsDatabase<typeof schema>;
/** A transaction in which an actor is set; the only thing that queries and commands ever read or write through. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type Connection = { db: Database; close: () => Promise<void> };

/** Opens a pool on a Postgres URL. The caller closes it. */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => {} });
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) };
}
