"use server";

import { answerSuggestion } from "#db/commands/answer-suggestion.ts";
import { submitSuggestion } from "#db/commands/submit-suggestion.ts";
import { findSuggestion, type Suggestion } from "#db/queries/suggestions.ts";
import { defineAction } from "../../_server/define-action.ts";
import { read } from "../../_server/read.ts";

export const submitSuggestionAction = defineAction(submitSuggestion);
export const answerSuggestionAction = defineAction(answerSuggestion);

export type Found = { receipt: string; suggestion: Omit<Suggestion, "id"> | undefined };

/** Looks an answer up by its code. It is posted: an address with the code would stay in the browser's history. */
export async function findSuggestionAction(_previous: Found | null, form: FormData): Promise<Found> {
  const receipt = String(form.get("receipt") ?? "").slice(0, 100);
  return { receipt, suggestion: await read((tx) => findSuggestion(tx, receipt)) };
}
