import { and, eq, inArray } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { placesOf } from "#lib/redundancy/proposal/compare-rounds.ts";
import { DecideProposalInput } from "#lib/redundancy/proposal/inputs.ts";
import { acceptedWith, supersededBy } from "#lib/redundancy/proposal/standing-decisions.ts";
import { command } from "../command.ts";
import { proposalDecisions, proposalRounds } from "../schema/index.ts";
import { holdProposal, insistOpen, standingDecisions } from "./proposal-writing.ts";

/**
 * Records what an office said of a cancellation or a ledger of a round; the next round keeps it. What it contradicts gives way, and
 * stays with who took it back. Throws "conflict" on a form that was not in the round, is locked, or was accepted into a ledger.
 */
export const decideProposal = command(
  { action: "proposal.decide", capability: "propose", input: DecideProposalInput },
  async ({ tx, actor, now }, { proposalId, round, kind, assetIds, apartIds, closed, note }) => {
    const proposal = await holdProposal(tx, proposalId);
    insistOpen(proposal);
    const { regionCode } = proposal;
    const [kept] = await tx
      .select({ result: proposalRounds.result })
      .from(proposalRounds)
      .where(
        and(
          eq(proposalRounds.regionCode, regionCode),
          eq(proposalRounds.proposalId, proposalId),
          eq(proposalRounds.round, round),
        ),
      );
    if (kept === undefined) throw new DomainError("not_found", `这个方案没有第 ${round} 轮，请刷新页面`);
    const places = placesOf(kept.result);
    for (const id of [...assetIds, ...apartIds]) {
      const found = places.get(id);
      if (found === undefined) throw new DomainError("conflict", "有的表不在这一轮方案中，请刷新页面后重选");
      if (found.place.is === "locked" && kind !== "keep")
        throw new DomainError("conflict", `“${found.form.name}”是法定或锁定的表，保持不动`);
      if (found.place.is === "unmeasured")
        throw new DomainError("conflict", `“${found.form.name}”还不能测算，请先补齐所缺的数据`);
    }

    const standing = await standingDecisions(tx, proposal);
    const accepted = kind === "cancel" ? acceptedWith(standing, assetIds[0] as string) : undefined;
    if (accepted !== undefined) {
      throw new DomainError(
        "conflict",
        `这张表已由${accepted.decidedByName}于${formatTime(accepted.decidedAt)}记为同意并入台账，请先撤回那项意见`,
      );
    }
    const next = [
      { kind, assetIds, closed: kind === "together" && closed },
      ...apartIds.flatMap((out) =>
        assetIds.map((member) => ({ kind: "apart" as const, assetIds: [out, member], closed: false })),
      ),
    ];
    const replaced = [...new Set(next.flatMap((one) => supersededBy(standing, one)))];
    if (replaced.length > 0) {
      await tx
        .update(proposalDecisions)
        .set({ withdrawnByName: actor.name, withdrawnAt: now })
        .where(and(eq(proposalDecisions.regionCode, regionCode), inArray(proposalDecisions.id, replaced)));
    }
    const made = await tx
      .insert(proposalDecisions)
      .values(
        next.map((one) => ({
          regionCode,
          proposalId,
          round,
          ...one,
          note,
          decidedBy: actor.id,
          decidedByName: actor.name,
          decidedAt: now,
        })),
      )
      .returning({ id: proposalDecisions.id });
    return {
      result: { decisionIds: made.map(({ id }) => id), replaced: replaced.length },
      audit: {
        regionCode,
        subjectType: "proposal",
        subjectId: proposalId,
        detail: { name: proposal.name, round, kind, assetIds, apartIds, closed, note, replaced },
      },
    };
  },
);
