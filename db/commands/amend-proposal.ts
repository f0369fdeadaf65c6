import { and, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { AmendProposalInput } from "#lib/redundancy/proposal/inputs.ts";
import { command } from "../command.ts";
import { proposals } from "../schema/index.ts";
import { holdProposal, insistOpen } from "./proposal-writing.ts";

/** Changes the name, the standing or the figures of a proposal; figures count from the next round on. */
export const amendProposal = command(
  { action: "proposal.amend", capability: "propose", input: AmendProposalInput },
  async ({ tx, now }, { proposalId, version, name, state, parameters }) => {
    const before = await holdProposal(tx, proposalId);
    if (before.version !== version) {
      throw new DomainError("conflict", "方案刚被他人改动，请刷新页面后重新修改");
    }
    if (parameters !== undefined) insistOpen(before);
    const set = {
      ...(name === undefined || name === before.name ? {} : { name }),
      ...(state === undefined || state === before.state ? {} : { state }),
      ...(parameters === undefined || sameFigures(parameters, before.parameters) ? {} : { parameters }),
    };
    if (Object.keys(set).length === 0) throw new DomainError("invalid", "没有任何改动");
    await tx
      .update(proposals)
      .set({ ...set, version: version + 1, updatedAt: now })
      .where(and(eq(proposals.regionCode, before.regionCode), eq(proposals.id, proposalId)));
    return {
      result: { version: version + 1 },
      audit: {
        regionCode: before.regionCode,
        subjectType: "proposal",
        subjectId: proposalId,
        detail: {
          name: before.name,
          change: Object.fromEntries(
            Object.entries(set).map(([key, to]) => [key, [before[key as keyof typeof set], to]]),
          ),
        },
      },
    };
  },
);

function sameFigures(one: object, other: object): boolean {
  const told = (figures: object) => JSON.stringify(Object.entries(figures).sort());
  return told(one) === told(other);
}
