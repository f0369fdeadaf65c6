import { and, eq } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { ExemptionVerdict } from "#lib/exemption/follow.ts";
import { EXEMPTION_STATE_LABEL, type ExemptionState } from "#lib/exemption/vocabulary.ts";
import { formatTime } from "#lib/format/date.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import type { Tx } from "../client.ts";
import { type Exemption, findExemption } from "../queries/exemptions.ts";
import { exemptions } from "../schema/index.ts";
import { holdAsset, recordChange } from "./asset-writing.ts";
import { invalidField } from "./invalid-field.ts";

/** The exemption as it now stands. Throws "not_found" where the actor sees none. */
export async function exemptionNamed(tx: Tx, id: string): Promise<Exemption> {
  const found = await findExemption(tx, id);
  if (found === undefined) throw new DomainError("not_found", "没有找到这项豁免，它可能不在您的管辖范围内，请刷新页面");
  return found;
}

/** Throws what the verdict refuses; `conflict` says so in the words of who was first, where somebody was. */
export function insist(verdict: ExemptionVerdict, conflict?: string): void {
  if (verdict.allowed) return;
  if (verdict.field !== undefined) throw invalidField(verdict.field, verdict.because);
  throw new DomainError("conflict", conflict ?? verdict.because);
}

/** Who was first and when, for somebody who comes later; undefined while nobody has decided. */
export function firstBy({ state, decidedByName, decidedAt }: Exemption): string | undefined {
  if (decidedByName === null || decidedAt === null) return undefined;
  return `${decidedByName}已于${formatTime(decidedAt)}处理，结果是${EXEMPTION_STATE_LABEL[state]}，请刷新页面查看`;
}

/**
 * Moves an exemption from one state to another, only if it still stands there: of two at the same time the later gets "conflict"
 * with who was first and when. Writes the line in the item's history.
 */
export async function moveExemption(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  from: Exemption,
  to: { state: ExemptionState; until?: string; note: string | null },
): Promise<Exemption> {
  // Items are held before exemptions, as a request does: so two of them never wait for each other.
  const asset = await holdAsset(tx, from.assetId);
  const [moved] = await tx
    .update(exemptions)
    .set({
      state: to.state,
      until: to.until ?? from.until,
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: now,
      decisionNote: to.note,
    })
    .where(
      and(eq(exemptions.regionCode, from.regionCode), eq(exemptions.id, from.id), eq(exemptions.state, from.state)),
    )
    .returning();
  if (moved === undefined) {
    throw new DomainError("conflict", firstBy(await exemptionNamed(tx, from.id)) ?? "这项豁免刚被他人改动，请刷新页面");
  }
  await recordChange(tx, actor, now, {
    asset,
    verb: "exempt",
    change: { exemption: [told(from), told(moved)] },
  });
  return moved;
}

/** How an exemption stands in the history of its item; the rule's words of then, because rules retire. */
export function told({ ruleId, state, until }: Pick<Exemption, "ruleId" | "state" | "until">) {
  return { ruleId, title: RULES.get(ruleId)?.title ?? ruleId, state, until };
}
