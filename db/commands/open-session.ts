import { and, count, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { OpenSessionInput } from "#lib/review/inputs.ts";
import { command } from "../command.ts";
import { reviewItems, reviewSessions } from "../schema/index.ts";
import { freezeSnapshots } from "./freeze-snapshots.ts";
import { holdSession } from "./session-lock.ts";

/** Opens a prepared session: what is known of each item is frozen now, and decisions may begin. */
export const openSession = command(
  { action: "session.open", capability: "review", input: OpenSessionInput },
  async ({ tx, now }, { sessionId }) => {
    const session = await holdSession(tx, sessionId, "open");
    const ofSession = and(eq(reviewItems.regionCode, session.regionCode), eq(reviewItems.sessionId, sessionId));
    const [agenda] = await tx.select({ items: count() }).from(reviewItems).where(ofSession);
    const items = agenda?.items ?? 0;
    if (items === 0) throw new DomainError("conflict", "议程还是空的，请先列入条目");
    await freezeSnapshots(tx, sessionId);
    await tx
      .update(reviewSessions)
      .set({ state: "open", openedAt: now })
      .where(
        and(
          eq(reviewSessions.regionCode, session.regionCode),
          eq(reviewSessions.id, sessionId),
          eq(reviewSessions.state, "draft"),
        ),
      );
    return {
      result: { items },
      audit: { regionCode: session.regionCode, subjectType: "review_session", subjectId: sessionId, detail: { items } },
    };
  },
);
