import { eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { type SessionAction, sessionRefusal } from "#lib/review/session.ts";
import type { Tx } from "../client.ts";
import { reviewSessions } from "../schema/index.ts";

/**
 * The session, held for the rest of the transaction, if it allows the action now. Commands that change the session or its
 * agenda hold it alone; decisions share it, so that it cannot be closed under them. Throws "not_found" or "conflict".
 */
export async function holdSession(tx: Tx, sessionId: string, action: SessionAction) {
  const shared = action === "decide" || action === "withdraw";
  const [session] = await tx
    .select()
    .from(reviewSessions)
    .where(eq(reviewSessions.id, sessionId))
    .for(shared ? "share" : "update");
  if (session === undefined) throw new DomainError("not_found", "没有找到这次评审会，或它不在您的管辖范围内");
  const refusal = sessionRefusal(session.state, action);
  if (refusal !== undefined) throw new DomainError("conflict", refusal);
  return session;
}
