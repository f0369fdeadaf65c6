import { mayRevoke } from "#lib/exemption/follow.ts";
import { RevokeExemptionInput } from "#lib/exemption/inputs.ts";
import { isoDay } from "#lib/format/date.ts";
import { command } from "../command.ts";
import { exemptionNamed, firstBy, insist, moveExemption } from "./exemption-writing.ts";

/** Ends an exemption that is in force, with the reason; the next run judges the item by the rule again. */
export const revokeExemption = command(
  { action: "exemption.revoke", capability: "decide_exemption", input: RevokeExemptionInput },
  async ({ tx, actor, now }, { exemptionId, reason }) => {
    const approved = await exemptionNamed(tx, exemptionId);
    insist(mayRevoke(approved, isoDay(now)), approved.state === "approved" ? undefined : firstBy(approved));
    const { state } = await moveExemption(tx, { actor, now }, approved, { state: "revoked", note: reason });
    return {
      result: { state },
      audit: {
        regionCode: approved.regionCode,
        subjectType: "exemption",
        subjectId: approved.id,
        detail: { assetId: approved.assetId, ruleId: approved.ruleId, reason },
      },
    };
  },
);
