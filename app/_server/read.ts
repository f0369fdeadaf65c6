import { cache } from "react";
import type { Tx } from "#db/client.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { requireActor } from "./actor.ts";
import { database } from "./db.ts";

/** Runs a query as the person who is signed in, in a read-only transaction; several queries in one `work` see one state. */
export async function read<T>(work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  const actor = await requireActor();
  return withActor(database(), actor, (tx) => work(tx, actor), { readOnly: true });
}

/** The time of this request: read once, so that a page does not disagree with itself. */
export const requestTime = cache((): Date => new Date());
