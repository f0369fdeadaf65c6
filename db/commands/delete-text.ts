import { and, eq, sql } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { DeleteTextInput } from "#lib/scan/inputs.ts";
import { command } from "../command.ts";
import { indicators, textHits, texts } from "../schema/index.ts";
import { holdText } from "./text-writing.ts";

/** Takes a text away with its hits. One that items or indicators rest on stays: what was confirmed in it is taken back first. */
export const deleteText = command(
  { action: "text.delete", capability: "scan_texts", input: DeleteTextInput },
  async ({ tx }, { id }) => {
    const text = await holdText(tx, id);
    const ofText = and(eq(textHits.regionCode, text.regionCode), eq(textHits.textId, id));
    const [counted] = await tx
      .select({
        hits: sql<number>`count(*)::int`,
        confirmed: sql<number>`(count(*) filter (where ${textHits.state} = 'confirmed'))::int`,
      })
      .from(textHits)
      .where(ofText);
    const { hits = 0, confirmed = 0 } = counted ?? {};
    if (confirmed > 0) {
      throw new DomainError("conflict", `文本里有 ${confirmed} 处已确认，是条目或指标的依据；请先逐处撤回，再删除文本`);
    }
    const rested = await tx.$count(indicators, eq(indicators.textId, id));
    if (rested > 0) throw new DomainError("conflict", `有 ${rested} 项考核指标出自这份文本，不能删除`);
    await tx.delete(texts).where(and(eq(texts.regionCode, text.regionCode), eq(texts.id, id)));
    return {
      result: { id },
      audit: {
        regionCode: text.regionCode,
        subjectType: "text",
        subjectId: id,
        detail: { title: text.title, contentHash: text.contentHash, hits },
      },
    };
  },
);
