import { and, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { evidenceText } from "#lib/exemption/evidence.ts";
import { mayRequest } from "#lib/exemption/follow.ts";
import { RequestExemptionInput } from "#lib/exemption/inputs.ts";
import { formatTime, isoDay } from "#lib/format/date.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { command } from "../command.ts";
import { latestOutcome } from "../queries/exemptions.ts";
import { exemptions } from "../schema/index.ts";
import { holdAsset, recordChange } from "./asset-writing.ts";
import { insist, told } from "./exemption-writing.ts";

/**
 * Asks to set a rule aside for an item, with the reason and the document it rests on. One request at a time: a second one gets
 * "conflict" with who asked and when. Throws "invalid" where the rule does not judge the item, or came out clear.
 */
export const requestExemption = command(
  { action: "exemption.request", capability: "request_exemption", input: RequestExemptionInput },
  async ({ tx, actor, now }, input) => {
    const { ruleId, reason, until } = input;
    const asset = await holdAsset(tx, input.assetId);
    const outcome = await latestOutcome(tx, { regionCode: asset.regionCode, id: asset.id, ruleId });
    insist(mayRequest({ kind: asset.kind, rule: RULES.get(ruleId), outcome, today: isoDay(now) }, until));

    const evidence = evidenceText({
      title: input.documentTitle,
      number: input.documentNumber,
      words: input.documentWords,
    });
    const [asked] = await tx
      .insert(exemptions)
      .values({
        regionCode: asset.regionCode,
        assetId: asset.id,
        unitId: asset.unitId,
        ruleId,
        reason,
        evidence,
        until,
        requestedBy: actor.id,
        requestedByName: actor.name,
        requestedAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (asked === undefined) {
      const [first] = await tx
        .select()
        .from(exemptions)
        .where(
          and(
            eq(exemptions.regionCode, asset.regionCode),
            eq(exemptions.assetId, asset.id),
            eq(exemptions.ruleId, ruleId),
            eq(exemptions.state, "requested"),
          ),
        );
      const who = first === undefined ? "" : `${first.requestedByName}已于${formatTime(first.requestedAt)}申请，`;
      throw new DomainError("conflict", `${who}这条规则的豁免正在等待审批，不能重复申请，请刷新页面查看`);
    }
    await recordChange(tx, actor, now, { asset, verb: "exempt", change: { exemption: [null, told(asked)] } });
    return {
      result: { exemptionId: asked.id },
      audit: {
        regionCode: asset.regionCode,
        subjectType: "exemption",
        subjectId: asked.id,
        detail: { assetId: asset.id, ruleId, reason, evidence, until },
      },
    };
  },
);
