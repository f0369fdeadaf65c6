import { cache } from "react";
import type { Tx } from "#db/client.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { requireActor } from "./actor.ts";
import { database } from "./db.ts";

/** Runs a query as the person who is signed in, in a read-only transaction; several queries in one `work` see one state. */
export async function read<T>(work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  const actor = await requireActor();
  return readAs(actor, (tx) => work(tx, actor));
}

/** The same for a route handler, which has found the actor itself. */
export function readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withActor(database(), actor, work, { readOnly: true });
}

/** The time of this request: read once, so that a page does not disagree with itself. */
export const requestTime = cache((): Date => new Date());
