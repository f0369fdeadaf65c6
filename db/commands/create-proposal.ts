import { inArray } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { CreateProposalInput } from "#lib/redundancy/proposal/inputs.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { assets, type ProposalSelection, proposals } from "../schema/index.ts";
import { keepNextRound, type Proposer } from "./proposal-writing.ts";

/** Makes a proposal of the running forms of a region, or of those picked, and computes its first round at once. */
export const createProposal = (proposer: Proposer) =>
  command(
    { action: "proposal.create", capability: "propose", input: CreateProposalInput },
    async (running, { name, regionCode, workLines, unitIds, assetIds, parameters }) => {
      const { tx, actor, now } = running;
      if (!regionWithin(regionCode, actor.scope)) {
        throw new DomainError("forbidden", "该地区不在您的管辖范围内，请选择本地区或下级地区");
      }
      if (assetIds.length > 0) await insistForms(tx, assetIds);
      const selection: ProposalSelection = {
        ...(workLines.length === 0 ? {} : { workLines }),
        ...(unitIds.length === 0 ? {} : { unitIds }),
        ...(assetIds.length === 0 ? {} : { assetIds }),
      };
      const [made] = await tx
        .insert(proposals)
        .values({
          regionCode,
          name,
          selection,
          parameters,
          createdBy: actor.id,
          createdByName: actor.name,
          createdAt: now,
          updatedAt: now,
        })
        .returning();
      if (made === undefined) throw new Error("proposals returned no row");
      const round = await keepNextRound(running, proposer, made);
      return {
        result: { proposalId: made.id, ...round },
        audit: {
          regionCode,
          subjectType: "proposal",
          subjectId: made.id,
          detail: { name, selection, parameters, ...round },
        },
      };
    },
  );

/** Throws "invalid" on what is no form, "not_found" on what the actor does not see. */
async function insistForms(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx
    .select({ name: assets.name, kind: assets.kind })
    .from(assets)
    .where(inArray(assets.id, [...ids]));
  const other = found.find(({ kind }) => kind !== "form");
  if (other !== undefined) {
    throw new DomainError("invalid", `“${other.name}”不是报表表单，整合方案只整合表单，请去掉后重试`);
  }
  const missing = new Set(ids).size - found.length;
  if (missing > 0) {
    throw new DomainError("not_found", `有 ${missing} 张表不存在或不在您的管辖范围内，请刷新后重选`);
  }
}
