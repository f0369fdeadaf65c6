import { NextRoundInput } from "#lib/redundancy/proposal/inputs.ts";
import { command } from "../command.ts";
import { holdProposal, insistOpen, keepNextRound, type Proposer } from "./proposal-writing.ts";

/** Computes another round of a proposal that is open: the forms as they are now, the decisions that stand. Earlier rounds stay. */
export const nextRound = (proposer: Proposer) =>
  command(
    { action: "proposal.next_round", capability: "propose", input: NextRoundInput },
    async (running, { proposalId }) => {
      const proposal = await holdProposal(running.tx, proposalId);
      insistOpen(proposal);
      const round = await keepNextRound(running, proposer, proposal);
      return {
        result: { proposalId, ...round },
        audit: {
          regionCode: proposal.regionCode,
          subjectType: "proposal",
          subjectId: proposalId,
          detail: { name: proposal.name, ...round },
        },
      };
    },
  );
