import { asc, desc, isNotNull, sql } from "drizzle-orm";
import { plainReceipt } from "#lib/suggestion/receipt.ts";
import type { Tx } from "../client.ts";
import { suggestions } from "../schema/index.ts";

export type Suggestion = {
  id: string;
  text: string;
  /** ISO day. */
  createdOn: string;
  answer: string | null;
  answeredAt: Date | null;
};

/** Suggestions that the actor may read, the unanswered first, then the latest; within a day in no order that tells who wrote. */
export async function listSuggestions(
  tx: Tx,
  { size, page }: { size: number; page: number },
): Promise<{ items: Suggestion[]; total: number }> {
  const items = await tx
    .select({
      id: suggestions.id,
      text: suggestions.text,
      createdOn: suggestions.createdOn,
      answer: suggestions.answer,
      answeredAt: suggestions.answeredAt,
    })
    .from(suggestions)
    .orderBy(asc(isNotNull(suggestions.answeredAt)), desc(suggestions.createdOn), asc(suggestions.id))
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await tx.$count(suggestions) };
}

/** The suggestion that a receipt code was given for; undefined where there is none. */
export async function findSuggestion(tx: Tx, receipt: string): Promise<Omit<Suggestion, "id"> | undefined> {
  const [row] = await tx.execute<{
    body: string;
    created_on: string;
    answer: string | null;
    answered_at: string | null;
  }>(sql`select body, created_on::text, answer, answered_at from find_suggestion(${plainReceipt(receipt)})`);
  if (row === undefined) return undefined;
  return {
    text: row.body,
    createdOn: row.created_on,
    answer: row.answer,
    answeredAt: row.answered_at === null ? null : new Date(row.answered_at),
  };
}
