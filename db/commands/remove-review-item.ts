import { and, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { RemoveReviewItemInput } from "#lib/review/inputs.ts";
import { command } from "../command.ts";
import { reviewItems } from "../schema/index.ts";
import { holdSession } from "./session-lock.ts";

/** Takes an item off the agenda of a session that has not begun. */
export const removeReviewItem = command(
  { action: "session.remove_item", capability: "review", input: RemoveReviewItemInput },
  async ({ tx }, { sessionId, reviewItemId }) => {
    const session = await holdSession(tx, sessionId, "remove_item");
    const [removed] = await tx
      .delete(reviewItems)
      .where(
        and(
          eq(reviewItems.regionCode, session.regionCode),
          eq(reviewItems.sessionId, sessionId),
          eq(reviewItems.id, reviewItemId),
        ),
      )
      .returning({ assetId: reviewItems.assetId });
    if (removed === undefined) throw new DomainError("conflict", "该条目已不在议程上，请刷新页面查看");
    return {
      result: { assetId: removed.assetId },
      audit: {
        regionCode: session.regionCode,
        subjectType: "review_session",
        subjectId: sessionId,
        detail: { reviewItemId, assetId: removed.assetId },
      },
    };
  },
);
