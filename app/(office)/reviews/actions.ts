"use server";

import { addReviewItems } from "#db/commands/add-review-items.ts";
import { closeSession } from "#db/commands/close-session.ts";
import { createSession } from "#db/commands/create-session.ts";
import { openSession } from "#db/commands/open-session.ts";
import { recordDecision } from "#db/commands/record-decision.ts";
import { removeReviewItem } from "#db/commands/remove-review-item.ts";
import { withdrawDecision } from "#db/commands/withdraw-decision.ts";
import { defineAction } from "../../_server/define-action.ts";

export const createSessionAction = defineAction(createSession, {
  goTo: ({ sessionId }) => `/reviews/${sessionId}`,
});
export const addReviewItemsAction = defineAction(addReviewItems, { revalidate: ["/reviews"] });
export const removeReviewItemAction = defineAction(removeReviewItem, { revalidate: ["/reviews"] });
export const openSessionAction = defineAction(openSession, { revalidate: ["/reviews"] });
export const closeSessionAction = defineAction(closeSession, { revalidate: ["/reviews"] });
export const recordDecisionAction = defineAction(recordDecision, {
  revalidate: ["/reviews", "/assets", "/outcome", "/"],
});
export const withdrawDecisionAction = defineAction(withdrawDecision, {
  revalidate: ["/reviews", "/assets", "/outcome", "/"],
});
