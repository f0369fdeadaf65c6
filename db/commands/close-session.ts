import { and, eq } from "drizzle-orm";
import { CloseSessionInput } from "#lib/review/inputs.ts";
import { command } from "../command.ts";
import { tallyDecisions } from "../queries/review-sessions.ts";
import { reviewSessions } from "../schema/index.ts";
import { holdSession } from "./session-lock.ts";

/** Ends an open session. Items without a decision stay listed as pending, and may join another session. */
export const closeSession = command(
  { action: "session.close", capability: "review", input: CloseSessionInput },
  async ({ tx, now }, { sessionId }) => {
    const session = await holdSession(tx, sessionId, "close");
    const progress = await tallyDecisions(tx, sessionId);
    await tx
      .update(reviewSessions)
      .set({ state: "closed", closedAt: now })
      .where(
        and(
          eq(reviewSessions.regionCode, session.regionCode),
          eq(reviewSessions.id, sessionId),
          eq(reviewSessions.state, "open"),
        ),
      );
    return {
      result: progress,
      audit: { regionCode: session.regionCode, subjectType: "review_session", subjectId: sessionId, detail: progress },
    };
  },
);
