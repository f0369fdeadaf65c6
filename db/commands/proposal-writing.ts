import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { formCounts } from "#lib/redundancy/proposal/form-counts.ts";
import type { ProposalInput } from "#lib/redundancy/proposal/model.ts";
import type { Proposal } from "#lib/redundancy/proposal/proposal.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import { decisionsOf } from "#lib/redundancy/proposal/standing-decisions.ts";
import type { Tx } from "../client.ts";
import type { Context } from "../command.ts";
import { loadRedundancyInput } from "../queries/redundancy-input.ts";
import { proposalDecisions, proposalRounds, proposals } from "../schema/index.ts";

/** Computes a proposal; aborting it ends the work. Given by the composition root, which decides where it runs. */
export type Proposer = (input: ProposalInput, signal?: AbortSignal) => Promise<Proposal>;

type Row = typeof proposals.$inferSelect;
export type KeptRound = {
  round: number;
  formsBefore: number;
  formsAfter: number;
  hoursBefore: number;
  hoursAfter: number;
};
type Running = Pick<Context, "now" | "signal" | "onProgress"> & { tx: Tx; actor: Actor; checkCancelled: () => void };

/** The proposal, held until the transaction ends: of two who change it the second waits. Throws "not_found". */
export async function holdProposal(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.select().from(proposals).where(eq(proposals.id, id)).for("update");
  if (row === undefined) {
    throw new DomainError("not_found", "没有找到这个整合方案，它可能不在您的管辖范围内，请刷新页面");
  }
  return row;
}

/** Throws "conflict" where the proposal is settled: nothing more is decided or computed on it. */
export function insistOpen({ state }: Pick<Row, "state">): void {
  if (state === "adopted") throw new DomainError("conflict", "方案已采纳，不能再改动；要继续修改请先改回“征求意见”");
  if (state === "dropped") throw new DomainError("conflict", "方案已放弃，不能再改动；要继续修改请先改回“征求意见”");
}

/** The decisions that stand, oldest first. */
export function standingDecisions(tx: Tx, { regionCode, id }: Pick<Row, "regionCode" | "id">) {
  return tx
    .select()
    .from(proposalDecisions)
    .where(
      and(
        eq(proposalDecisions.regionCode, regionCode),
        eq(proposalDecisions.proposalId, id),
        isNull(proposalDecisions.withdrawnAt),
      ),
    )
    .orderBy(asc(proposalDecisions.decidedAt), asc(proposalDecisions.id));
}

/**
 * Computes the next round from the forms as they are now and the decisions that stand, and keeps it. Throws "invalid" where no
 * form is left to look at.
 */
export async function keepNextRound(
  { tx, actor, now, signal, onProgress, checkCancelled }: Running,
  proposer: Proposer,
  proposal: Row,
): Promise<KeptRound> {
  const { regionCode, id: proposalId, selection, parameters } = proposal;
  onProgress?.({ done: 0, total: null, label: "读取表单" });
  const { forms, elements, sources, officeNames } = await loadRedundancyInput(tx, { regionCode, selection });
  if (forms.length === 0) throw new DomainError("invalid", "所选范围内没有运行中的表单，请放宽范围或先登记表单");
  const decisions = decisionsOf(await standingDecisions(tx, { regionCode, id: proposalId }));
  checkCancelled();
  onProgress?.({ done: 0, total: null, label: `测算 ${forms.length} 张表的取消与合并` });
  const proposed = await abortable(
    () => proposer({ forms, elements, sources, parameters, decisions }, signal),
    checkCancelled,
  );
  onProgress?.({ done: 0, total: null, label: "保存结果" });
  const [latest] = await tx
    .select({ round: proposalRounds.round })
    .from(proposalRounds)
    .where(and(eq(proposalRounds.regionCode, regionCode), eq(proposalRounds.proposalId, proposalId)))
    .orderBy(desc(proposalRounds.round))
    .limit(1);
  const counts = formCounts(proposed);
  const result: StoredRound = { ...proposed, officeNames };
  const kept: KeptRound = {
    round: (latest?.round ?? 0) + 1,
    formsBefore: counts.before,
    formsAfter: counts.after,
    hoursBefore: proposed.hours.before,
    hoursAfter: proposed.hours.after,
  };
  await tx.insert(proposalRounds).values({
    regionCode,
    proposalId,
    ...kept,
    hoursLowerBound: proposed.hours.lowerBound,
    result,
    madeBy: actor.id,
    madeByName: actor.name,
    madeAt: now,
  });
  return kept;
}

/** A cancelled computation is a cancelled command, whatever the thread says of its end. */
async function abortable<T>(work: () => Promise<T>, checkCancelled: () => void): Promise<T> {
  try {
    return await work();
  } catch (error) {
    checkCancelled();
    throw error;
  }
}
