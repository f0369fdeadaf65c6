import { type SQL, sql } from "drizzle-orm";

/**
 * A text as a part of the statement itself. Statements without parameters go to the server one behind the other without waiting, so
 * that several of them cost one round trip.
 */
export function literal(text: string): SQL {
  return sql.raw(`E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`);
}

/** The same of any value, as jsonb. */
export function jsonLiteral(value: unknown): SQL {
  return sql`${literal(JSON.stringify(value))}::jsonb`;
}
