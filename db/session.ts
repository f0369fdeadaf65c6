import { sql } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Database, Tx } from "./client.ts";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const databases = new WeakMap<Tx, Database>();
const following = new WeakMap<Tx, (() => void)[]>();

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

/** Does this once the transaction is committed, and never if it comes to nothing. */
export function afterCommit(tx: Tx, step: () => void): void {
  following.set(tx, [...(following.get(tx) ?? []), step]);
}

/**
 * Runs `work` in a transaction that sees and changes only what the actor may. The settings are `SET LOCAL` statements, because
 * those (and not `set_config()`) reach the workers of a distributed Postgres.
 */
export async function withActor<T>(
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
  let steps: readonly (() => void)[] = [];
  const result = await db.transaction(
    async (tx) => {
      databases.set(tx, db);
      await tx.execute(sql.raw(statements.join("; ")));
      const done = await work(tx);
      steps = following.get(tx) ?? [];
      return done;
    },
    options.readOnly ? { accessMode: "read only" } : undefined,
  );
  for (const step of steps) step();
  return result;
}
