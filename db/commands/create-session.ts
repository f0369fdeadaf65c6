import { CreateSessionInput } from "#lib/review/inputs.ts";
import { command } from "../command.ts";
import { reviewSessions } from "../schema/index.ts";

/** Prepares a review session for the actor's own region; its agenda is empty. */
export const createSession = command(
  { action: "session.create", capability: "review", input: CreateSessionInput },
  async ({ tx, actor, now }, input) => {
    const [session] = await tx
      .insert(reviewSessions)
      .values({ ...input, regionCode: actor.scope, createdBy: actor.id, createdByName: actor.name, createdAt: now })
      .returning({ id: reviewSessions.id });
    if (session === undefined) throw new Error("review_sessions returned no row");
    return {
      result: { sessionId: session.id },
      audit: { regionCode: actor.scope, subjectType: "review_session", subjectId: session.id, detail: input },
    };
  },
);
