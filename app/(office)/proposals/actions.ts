"use server";

import { addReviewItems } from "#db/commands/add-review-items.ts";
import { amendProposal } from "#db/commands/amend-proposal.ts";
import { decideProposal } from "#db/commands/decide-proposal.ts";
import { withdrawProposalDecision } from "#db/commands/withdraw-proposal-decision.ts";
import { defineAction } from "../../_server/define-action.ts";

export const amendProposalAction = defineAction(amendProposal, { revalidate: ["/proposals"] });
export const decideProposalAction = defineAction(decideProposal, { revalidate: ["/proposals"] });
export const withdrawProposalDecisionAction = defineAction(withdrawProposalDecision, { revalidate: ["/proposals"] });
export const putOnAgendaAction = defineAction(addReviewItems, { revalidate: ["/reviews", "/proposals"] });
