import { sql } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Database, Tx } from "./client.ts";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const databases = new WeakMap<Tx, Database>();

/**
 * What this process remembers of rows, each database's by itself. Only what is committed may be put there: what a transaction wrote may
 * never come to be.
 */
export function rememberedRows<Rows>(none: () => Rows): (tx: Tx) => Rows {
  const ofDatabase = new WeakMap<Database, Rows>();
  return (tx) => {
    const database = databases.get(tx);
    const rows = (database && ofDatabase.get(database)) ?? none();
    if (database) ofDatabase.set(database, rows);
    return rows;
  };
}

/**
 * Runs `work` in a transaction that sees and changes only what the actor may. The settings are `SET LOCAL` statements, because
 * those (and not `set_config()`) reach the workers of a distributed Postgres.
 */
export function withActor<T>(
  db: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const range = regionRange(actor.scope);
  const settings = {
    "app.actor_id": actor.id,
    "app.actor_name": actor.name,
    "app.role": actor.role,
    "app.region_from": range.from,
    "app.region_to": range.to,
    "app.unit_id": actor.unitId ?? "",
  };
  const statements = Object.entries(settings).map(([name, value]) => `set local ${name} = ${literal(value)}`);
  return db.transaction(
    async (tx) => {
      databases.set(tx, db);
      await tx.execute(sql.raw(statements.join("; ")));
      return work(tx);
    },
    options.readOnly ? { accessMode: "read only" } : undefined,
  );
}
