import { z } from "zod";
import { type DecisionRow, getProposal, getRound, type ProposalHead, type RoundRow } from "#db/queries/proposals.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { DomainError } from "#lib/errors.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import { scopeText } from "#lib/redundancy/proposal/scope-text.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs } from "../../../_server/read.ts";
import { maySeeProposals } from "../who-sees.ts";

export type KeptRound = {
  proposal: ProposalHead;
  row: RoundRow;
  result: StoredRound;
  scope: string;
  /** That stood when they were exported, the oldest first. */
  standing: DecisionRow[];
};

/** The round that an address of an export names, exactly as it was kept; or the answer to who may not have it. */
export async function keptRound(request: Request, proposalId: string): Promise<KeptRound | Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const round = z.coerce.number().int().min(1).safeParse(new URL(request.url).searchParams.get("round"));
  if (!maySeeProposals(actor) || !round.success) return new Response("没有找到这一轮方案。", { status: 404 });
  try {
    return await readAs(actor, async (tx) => {
      const { proposal, rounds, decisions } = await getProposal(tx, proposalId);
      const result = await getRound(tx, { ...proposal, round: round.data });
      const row = rounds.find((one) => one.round === round.data);
      if (row === undefined) throw new DomainError("not_found", "没有找到这一轮方案");
      const names = new Map((await listUnitChoices(tx)).map(({ id, name }) => [id, name]));
      return {
        proposal,
        row,
        result,
        scope: scopeText(proposal.selection, (id) => names.get(id)),
        standing: decisions.filter(({ withdrawnAt }) => withdrawnAt === null).reverse(),
      };
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found")
      return new Response("没有找到这一轮方案。", { status: 404 });
    throw error;
  }
}

/** A name that a file may have. */
export function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\s]+/g, " ").slice(0, 80);
}
