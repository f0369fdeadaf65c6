import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { DemandType } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { distinctHits } from "#lib/scan/distinct-hits.ts";
import type { Hit } from "#lib/scan/hit.ts";
import { sentenceKey } from "#lib/scan/sentence-key.ts";
import { HIT_STATE_LABEL } from "#lib/scan/vocabulary.ts";
import type { Tx } from "../client.ts";
import { rejectedBefore } from "../queries/text-hits.ts";
import { textHits, texts } from "../schema/index.ts";

export type StoredText = typeof texts.$inferSelect;
export type StoredHit = typeof textHits.$inferSelect;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export const contentHash = (content: string) => sha256(content);
/** What a rejected sentence is found again by. */
export const sentenceHash = (demand: DemandType, sentence: string) => sha256(sentenceKey(demand, sentence));

const textGone = () => new DomainError("not_found", "没有找到该文本，它可能已删除或不在您的管辖范围内");
const hitGone = () => new DomainError("not_found", "这一处已不在文本里，文本可能刚重新扫描过，请刷新页面");

/** The text, held until the transaction ends: whoever decides on its hits, or scans it anew, waits. */
export async function holdText(tx: Tx, id: string): Promise<StoredText> {
  const [text] = await tx.select().from(texts).where(eq(texts.id, id)).for("no key update");
  if (text === undefined) throw textGone();
  return text;
}

/** A hit with its text, held. Throws "not_found" where the actor sees none. */
export async function holdHit(tx: Tx, id: string): Promise<{ hit: StoredHit; text: StoredText }> {
  const [seen] = await tx.select({ textId: textHits.textId }).from(textHits).where(eq(textHits.id, id));
  if (seen === undefined) throw hitGone();
  const text = await holdText(tx, seen.textId);
  const [hit] = await tx.select().from(textHits).where(eq(textHits.id, id)).for("update");
  if (hit === undefined) throw hitGone();
  return { hit, text };
}

/** An open hit. Throws "conflict" with who decided it and when, where somebody was faster. */
export async function holdOpenHit(tx: Tx, id: string): Promise<{ hit: StoredHit; text: StoredText }> {
  const held = await holdHit(tx, id);
  const { state, decidedByName, decidedAt } = held.hit;
  if (state !== "open") {
    throw new DomainError(
      "conflict",
      `这一处在${formatTime(decidedAt)}已由${decidedByName ?? "他人"}处理为“${HIT_STATE_LABEL[state]}”，请刷新页面查看`,
    );
  }
  return held;
}

type NewHit = typeof textHits.$inferInsert;

/** Rows of a scan, ready to be written, each sentence once a demand: what was rejected before comes in as rejected, with who said so and why. */
export async function hitRows(
  tx: Tx,
  { regionCode, id, content }: Pick<StoredText, "regionCode" | "id" | "content">,
  hits: readonly Hit[],
): Promise<NewHit[]> {
  const rows = distinctHits(hits).map((hit): NewHit => {
    const sentence = content.slice(hit.sentence.start, hit.sentence.end);
    return {
      regionCode,
      textId: id,
      demand: hit.demand,
      stance: hit.stance,
      counts: hit.counts,
      spanStart: hit.span.start,
      spanEnd: hit.span.end,
      sentenceStart: hit.sentence.start,
      sentenceEnd: hit.sentence.end,
      sentence,
      sentenceHash: sentenceHash(hit.demand, sentence),
      doer: hit.doer?.text ?? null,
      figures: hit.figures.map((figure) => figure.text),
      pattern: hit.pattern,
      stanceRule: hit.stanceRule,
    };
  });
  const remembered = await rejectedBefore(tx, {
    regionCode,
    hashes: [...new Set(rows.map((row) => row.sentenceHash))],
  });
  return rows.map((row) => {
    const before = remembered.get(row.sentenceHash);
    return before === undefined
      ? row
      : {
          ...row,
          state: "rejected",
          reason: rememberedReason(before),
          decidedBy: before.decidedBy,
          decidedByName: before.decidedByName,
          decidedAt: before.decidedAt,
        };
  });
}

function rememberedReason({ reason, decidedByName }: { reason: string; decidedByName: string }): string {
  return reason.startsWith("此前已由") ? reason : `此前已由${decidedByName}排除：${reason}`;
}

/** Rows of one statement: below the limit of 65,535 parameters. */
const CHUNK = 2000;

export async function writeHits(tx: Tx, rows: readonly NewHit[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx.insert(textHits).values(rows.slice(from, from + CHUNK));
}
