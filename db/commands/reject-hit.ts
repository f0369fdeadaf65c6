import { and, eq } from "drizzle-orm";
import { RejectHitInput } from "#lib/scan/inputs.ts";
import { command } from "../command.ts";
import { textHits } from "../schema/index.ts";
import { holdOpenHit } from "./text-writing.ts";

/** Says that a hit is not what it seems to be, and why; the same sentence in another text then comes in as rejected. */
export const rejectHit = command(
  { action: "text.reject_hit", capability: "scan_texts", input: RejectHitInput },
  async ({ tx, actor, now }, { id, reason }) => {
    const { hit, text } = await holdOpenHit(tx, id);
    await tx
      .update(textHits)
      .set({ state: "rejected", reason, decidedBy: actor.id, decidedByName: actor.name, decidedAt: now })
      .where(and(eq(textHits.regionCode, hit.regionCode), eq(textHits.id, id)));
    return {
      result: { id },
      audit: {
        regionCode: hit.regionCode,
        subjectType: "text",
        subjectId: text.id,
        detail: { hitId: id, type: hit.demand, quote: hit.sentence.slice(0, 2000), reason },
      },
    };
  },
);
