import { mayWithdraw } from "#lib/exemption/follow.ts";
import { WithdrawExemptionInput } from "#lib/exemption/inputs.ts";
import { command } from "../command.ts";
import { exemptionNamed, firstBy, insist, moveExemption } from "./exemption-writing.ts";

/** Takes a request back before it is decided; only who asked may. It stays readable. */
export const withdrawExemption = command(
  { action: "exemption.withdraw", capability: "request_exemption", input: WithdrawExemptionInput },
  async ({ tx, actor, now }, { exemptionId }) => {
    const asked = await exemptionNamed(tx, exemptionId);
    insist(mayWithdraw(asked, actor.id), asked.requestedBy === actor.id ? firstBy(asked) : undefined);
    const { state } = await moveExemption(tx, { actor, now }, asked, { state: "withdrawn", note: null });
    return {
      result: { state },
      audit: {
        regionCode: asked.regionCode,
        subjectType: "exemption",
        subjectId: asked.id,
        detail: { assetId: asked.assetId, ruleId: asked.ruleId },
      },
    };
  },
);
