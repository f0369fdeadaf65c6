import { and, eq, inArray } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { WithdrawProposalDecisionInput } from "#lib/redundancy/proposal/inputs.ts";
import { command } from "../command.ts";
import { proposalDecisions } from "../schema/index.ts";
import { holdProposal, insistOpen } from "./proposal-writing.ts";

/** Takes decisions on a proposal back; they stay with who took them back, and the next round does not keep them. */
export const withdrawProposalDecision = command(
  { action: "proposal.withdraw_decision", capability: "propose", input: WithdrawProposalDecisionInput },
  async ({ tx, actor, now }, { proposalId, decisionIds }) => {
    const { regionCode, name, ...proposal } = await holdProposal(tx, proposalId);
    insistOpen(proposal);
    const ofProposal = and(
      eq(proposalDecisions.regionCode, regionCode),
      eq(proposalDecisions.proposalId, proposalId),
      inArray(proposalDecisions.id, decisionIds),
    );
    // The proposal is held: nobody else withdraws between this look and the change.
    const found = await tx.select().from(proposalDecisions).where(ofProposal);
    if (found.length < new Set(decisionIds).size) throw new DomainError("not_found", "没有找到这项意见，请刷新页面");
    const gone = found.find(({ withdrawnAt }) => withdrawnAt !== null);
    if (gone !== undefined) {
      throw new DomainError(
        "conflict",
        `${gone.withdrawnByName}已于${formatTime(gone.withdrawnAt)}撤回这项意见，请刷新页面`,
      );
    }
    await tx.update(proposalDecisions).set({ withdrawnByName: actor.name, withdrawnAt: now }).where(ofProposal);
    return {
      result: { withdrawn: found.length },
      audit: {
        regionCode,
        subjectType: "proposal",
        subjectId: proposalId,
        detail: { name, withdrawn: found.map(({ id, kind, assetIds }) => ({ id, kind, assetIds })) },
      },
    };
  },
);
