import { decideRequest } from "#lib/exemption/follow.ts";
import { DecideExemptionInput } from "#lib/exemption/inputs.ts";
import { isoDay } from "#lib/format/date.ts";
import { command } from "../command.ts";
import { exemptionNamed, firstBy, insist, moveExemption } from "./exemption-writing.ts";

/**
 * Approves a request, for as long as asked for or shorter, or refuses it with a reason. Never by who asked, even one who audits.
 * Of two decisions at the same time the second gets "conflict" with who was first and when.
 */
export const decideExemption = command(
  { action: "exemption.decide", capability: "decide_exemption", input: DecideExemptionInput },
  async ({ tx, actor, now }, { exemptionId, choice, until, note }) => {
    const asked = await exemptionNamed(tx, exemptionId);
    const today = isoDay(now);
    insist(decideRequest({ ...asked, actorId: actor.id, today }, { choice, until, note }), firstBy(asked));
    const decided = await moveExemption(tx, { actor, now }, asked, {
      ...(choice === "approve"
        ? { state: "approved" as const, until: until ?? asked.until }
        : { state: "refused" as const }),
      note: note ?? null,
    });
    return {
      result: { state: decided.state, until: decided.until },
      audit: {
        regionCode: asked.regionCode,
        subjectType: "exemption",
        subjectId: asked.id,
        detail: {
          assetId: asked.assetId,
          ruleId: asked.ruleId,
          exemptionState: decided.state,
          until: decided.until,
          ...(note === undefined ? {} : { note }),
        },
      },
    };
  },
);
