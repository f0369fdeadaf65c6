import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { type Progress, sessionProgress } from "#lib/review/progress.ts";
import type { SessionState } from "#lib/review/vocabulary.ts";
import type { Tx } from "../client.ts";
import { decisions, reviewItems, reviewSessions } from "../schema/index.ts";

export type SessionRow = {
  id: string;
  regionCode: string;
  title: string;
  heldOn: string;
  state: SessionState;
  createdByName: string;
  createdAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
};
export type SessionWithProgress = SessionRow & { progress: Progress };

const columns = {
  id: reviewSessions.id,
  regionCode: reviewSessions.regionCode,
  title: reviewSessions.title,
  heldOn: reviewSessions.heldOn,
  state: reviewSessions.state,
  createdByName: reviewSessions.createdByName,
  createdAt: reviewSessions.createdAt,
  openedAt: reviewSessions.openedAt,
  closedAt: reviewSessions.closedAt,
};

/** Items of agendas by session and standing decision; an item without one has null. */
function tallies(tx: Tx) {
  return tx
    .select({ sessionId: reviewItems.sessionId, decision: decisions.decision, items: count() })
    .from(reviewItems)
    .leftJoin(
      decisions,
      and(
        eq(decisions.regionCode, reviewItems.regionCode),
        eq(decisions.reviewItemId, reviewItems.id),
        isNull(decisions.withdrawnAt),
      ),
    )
    .groupBy(reviewItems.sessionId, decisions.decision);
}

/** How far one session is, over the items that the actor sees. */
export async function tallyDecisions(tx: Tx, sessionId: string): Promise<Progress> {
  return sessionProgress(await tallies(tx).where(eq(reviewItems.sessionId, sessionId)));
}

/** Every session the actor sees with its progress, the latest first. */
export async function listSessions(tx: Tx): Promise<SessionWithProgress[]> {
  const [sessions, counted] = await Promise.all([
    tx
      .select(columns)
      .from(reviewSessions)
      .orderBy(desc(reviewSessions.heldOn), desc(reviewSessions.createdAt), reviewSessions.id),
    tallies(tx),
  ]);
  const bySession = Map.groupBy(counted, (row) => row.sessionId);
  return sessions.map((session) => ({ ...session, progress: sessionProgress(bySession.get(session.id) ?? []) }));
}

/** One session with its progress. Throws "not_found". */
export async function getSession(tx: Tx, sessionId: string): Promise<SessionWithProgress> {
  const [session] = await tx.select(columns).from(reviewSessions).where(sql`${reviewSessions.id}::text = ${sessionId}`);
  if (session === undefined) throw new DomainError("not_found", "没有找到这次评审会，或它不在您的管辖范围内");
  return { ...session, progress: await tallyDecisions(tx, session.id) };
}
