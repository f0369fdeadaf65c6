import { and, eq, isNull } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { WithdrawDecisionInput } from "#lib/review/inputs.ts";
import { withdraw } from "#lib/review/withdraw.ts";
import { command } from "../command.ts";
import { formerTargetRuns, mergingInto, stateBefore } from "../queries/standing-decisions.ts";
import { assetChanges, assets, decisions } from "../schema/index.ts";
import { holdSession } from "./session-lock.ts";
import { holdSetsOf } from "./set-lock.ts";
import { refreshSets } from "./set-writing.ts";

/**
 * Takes back a decision of an open session, with the reason; it stays readable. The item's former state returns unless
 * something else has set it since: `restored` tells.
 */
export const withdrawDecision = command(
  { action: "decision.withdraw", capability: "review", input: WithdrawDecisionInput },
  async ({ tx, actor, now }, { decisionId, reason }) => {
    const [found] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
    if (found === undefined) throw new DomainError("not_found", "没有找到这项决定，请刷新页面");
    const session = await holdSession(tx, found.sessionId, "withdraw");
    await holdSetsOf(tx, [found.assetId]);
    const [asset] = await tx.select().from(assets).where(eq(assets.id, found.assetId)).for("no key update");
    if (asset === undefined) throw new DomainError("not_found", "该条目已不存在或不在您的管辖范围内，请刷新页面");
    // Read again now that the item is held.
    const [decision] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
    const before = await stateBefore(tx, found);
    const verdict = withdraw({
      sessionState: session.state,
      alreadyWithdrawn: decision?.withdrawnAt !== null,
      state: asset.state,
      formerState: before.state ?? asset.state,
      changedSince: before.changedSince,
      mergingInto: await mergingInto(tx, asset.id),
      formerTargetRuns: await formerTargetRuns(tx, found),
    });
    if (!verdict.allowed) throw new DomainError("conflict", verdict.because);

    const [withdrawn] = await tx
      .update(decisions)
      .set({ withdrawnAt: now, withdrawnByName: actor.name, withdrawReason: reason })
      .where(
        and(eq(decisions.regionCode, found.regionCode), eq(decisions.id, decisionId), isNull(decisions.withdrawnAt)),
      )
      .returning({ id: decisions.id });
    if (withdrawn === undefined) throw new DomainError("conflict", "该决定刚由他人撤回，请刷新页面查看");
    const [moved] = await tx
      .update(assets)
      .set({ state: verdict.nextState, version: asset.version + 1, updatedAt: now })
      .where(and(eq(assets.regionCode, asset.regionCode), eq(assets.id, asset.id), eq(assets.version, asset.version)))
      .returning({ id: assets.id });
    if (moved === undefined) throw new DomainError("conflict", "该条目刚被他人修改，请刷新页面后重试");
    await tx.insert(assetChanges).values({
      regionCode: asset.regionCode,
      assetId: asset.id,
      unitId: asset.unitId,
      verb: "decide",
      version: asset.version + 1,
      change: {
        decision: [found.decision, null],
        ...(verdict.nextState === asset.state ? {} : { state: [asset.state, verdict.nextState] }),
      },
      actorId: actor.id,
      actorName: actor.name,
      at: now,
    });
    await refreshSets(tx, [asset]);
    return {
      result: { restored: !before.changedSince, state: verdict.nextState },
      audit: {
        regionCode: session.regionCode,
        subjectType: "decision",
        subjectId: decisionId,
        detail: { sessionId: found.sessionId, assetId: asset.id, decision: found.decision, reason },
      },
    };
  },
);
