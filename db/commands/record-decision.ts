import { and, eq, inArray } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { isoDay } from "#lib/format/date.ts";
import { decide } from "#lib/review/decide.ts";
import { RecordDecisionInput } from "#lib/review/inputs.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { getReviewItem } from "../queries/review-items.ts";
import { mergingInto, standingDecision } from "../queries/standing-decisions.ts";
import { assetChanges, assets, decisions } from "../schema/index.ts";
import { invalidField } from "./invalid-field.ts";
import { holdSession } from "./session-lock.ts";
import { holdSetsOf } from "./set-lock.ts";
import { refreshSets } from "./set-writing.ts";

/**
 * Records what an open session decides about one item of its agenda, and moves the item's state. At most one decision
 * stands: of two at the same time, the second gets "conflict". Throws "invalid" with the field that is missing or wrong.
 */
export const recordDecision = command(
  { action: "decision.record", capability: "review", input: RecordDecisionInput },
  async ({ tx, actor, now }, input) => {
    const item = await getReviewItem(tx, input.reviewItemId);
    const session = await holdSession(tx, item.sessionId, "decide");
    await holdSetsOf(tx, [item.assetId]);
    const { asset, target } = await holdAssets(tx, item.assetId, input.targetAssetId);
    if (item.snapshot === null) throw new Error(`review item ${item.id} of an open session has no snapshot`);
    const recommendation = item.snapshot.assessment?.recommendation ?? null;

    const verdict = decide(
      {
        sessionState: session.state,
        // Read after the item is held: whoever decided first has committed by now.
        standing: await standingDecision(tx, item.id),
        asset,
        recommendation,
        target,
        mergingInto: await mergingInto(tx, asset.id),
        today: isoDay(now),
      },
      input,
    );
    if (!verdict.allowed && verdict.field === "decision") throw new DomainError("conflict", verdict.because);
    if (!verdict.allowed) throw invalidField(verdict.field, verdict.because);

    const reason = input.reason ?? `同意处置建议“${DECISION_LABEL[input.decision]}”`;
    const id = await insertDecision(tx, {
      regionCode: session.regionCode,
      sessionId: item.sessionId,
      reviewItemId: item.id,
      assetRegionCode: asset.regionCode,
      assetId: asset.id,
      decision: input.decision,
      recommendation,
      reason,
      targetAssetId: input.decision === "merge" ? (target?.id ?? null) : null,
      deferUntil: input.decision === "defer" ? (input.deferUntil ?? null) : null,
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: now,
    });
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
        decision: [null, input.decision],
        ...(verdict.nextState === asset.state ? {} : { state: [asset.state, verdict.nextState] }),
      },
      actorId: actor.id,
      actorName: actor.name,
      at: now,
    });
    await refreshSets(tx, [asset]);
    return {
      result: { decisionId: id, state: verdict.nextState },
      audit: {
        regionCode: session.regionCode,
        subjectType: "decision",
        subjectId: id,
        detail: {
          sessionId: item.sessionId,
          assetId: asset.id,
          decision: input.decision,
          recommendation,
          reason,
          targetAssetId: input.decision === "merge" ? (target?.id ?? null) : null,
          deferUntil: input.decision === "defer" ? (input.deferUntil ?? null) : null,
        },
      },
    };
  },
);

/** The item and the one it is to merge into, held in one order everywhere, so that two decisions never wait for each other. */
async function holdAssets(tx: Tx, assetId: string, targetAssetId: string | undefined) {
  const held = await tx
    .select()
    .from(assets)
    .where(inArray(assets.id, targetAssetId === undefined ? [assetId] : [assetId, targetAssetId]))
    .orderBy(assets.id)
    .for("no key update");
  const asset = held.find((one) => one.id === assetId);
  if (asset === undefined) throw new DomainError("not_found", "该条目已不存在或不在您的管辖范围内，请刷新页面");
  return { asset, target: held.find((one) => one.id === targetAssetId) ?? null };
}

/** The unique index is the last word on "one decision stands", whatever was read before. */
async function insertDecision(tx: Tx, row: typeof decisions.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(decisions).values(row).onConflictDoNothing().returning({ id: decisions.id });
  if (inserted === undefined) throw new DomainError("conflict", "该条目刚由他人作出决定，请刷新页面查看");
  return inserted.id;
}
