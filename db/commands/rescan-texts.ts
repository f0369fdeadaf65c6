import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { GRAMMAR_VERSION } from "#lib/scan/grammar/index.ts";
import { RescanTextsInput } from "#lib/scan/inputs.ts";
import { scanText } from "#lib/scan/scan.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { textHits, texts } from "../schema/index.ts";
import { hitRows, holdText, sentenceHash, writeHits } from "./text-writing.ts";

export type Rescan = { texts: number; added: number; removed: number };

/**
 * Reads texts again by the grammar of today: one, or every one that an earlier edition read. Open hits are replaced; what a
 * person decided stays, and is not found a second time.
 */
export const rescanTexts = command(
  { action: "text.rescan", capability: "scan_texts", input: RescanTextsInput },
  async ({ tx, actor, checkCancelled, onProgress }, { id }) => {
    const result: Rescan = { texts: 0, added: 0, removed: 0 };
    const total = id === undefined ? await tx.$count(texts, ne(texts.grammarVersion, GRAMMAR_VERSION)) : 1;
    let last: string | undefined;
    while (true) {
      checkCancelled();
      onProgress?.({ done: result.texts, total, label: "重新扫描" });
      const next = id === undefined ? await outdatedAfter(tx, last) : last === undefined ? id : undefined;
      if (next === undefined) break;
      const { added, removed } = await rescan(tx, next);
      result.texts++;
      result.added += added;
      result.removed += removed;
      last = next;
    }
    return {
      result,
      audit: {
        regionCode: actor.scope,
        subjectType: "text",
        subjectId: id ?? "-",
        detail: { grammarVersion: GRAMMAR_VERSION, ...result },
      },
    };
  },
);

async function outdatedAfter(tx: Tx, last: string | undefined): Promise<string | undefined> {
  const [next] = await tx
    .select({ id: texts.id })
    .from(texts)
    .where(and(ne(texts.grammarVersion, GRAMMAR_VERSION), last === undefined ? undefined : gt(texts.id, last)))
    .orderBy(asc(texts.id))
    .limit(1);
  return next?.id;
}

async function rescan(tx: Tx, id: string): Promise<{ added: number; removed: number }> {
  const text = await holdText(tx, id);
  const ofText = and(eq(textHits.regionCode, text.regionCode), eq(textHits.textId, id));
  const removed = await tx
    .delete(textHits)
    .where(and(ofText, eq(textHits.state, "open")))
    .returning({ id: textHits.id });
  const decided = await tx
    .select({
      demand: textHits.demand,
      sentenceHash: textHits.sentenceHash,
      start: textHits.sentenceStart,
      end: textHits.sentenceEnd,
    })
    .from(textHits)
    .where(ofText);
  const fresh = scanText(text.content).filter((hit) => {
    const hash = sentenceHash(hit.demand, text.content.slice(hit.sentence.start, hit.sentence.end));
    // A person may have given the hit another demand; its sentence still tells what the scanner had found.
    return !decided.some(
      (one) =>
        one.start < hit.sentence.end &&
        hit.sentence.start < one.end &&
        (one.demand === hit.demand || one.sentenceHash === hash),
    );
  });
  const rows = await hitRows(tx, text, fresh);
  await writeHits(tx, rows);
  await tx
    .update(texts)
    .set({ grammarVersion: sql`${GRAMMAR_VERSION}` })
    .where(and(eq(texts.regionCode, text.regionCode), eq(texts.id, id)));
  return { added: rows.length, removed: removed.length };
}
