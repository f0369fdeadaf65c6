import { and, eq, isNull } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { AnswerSuggestionInput } from "#lib/suggestion/inputs.ts";
import { command } from "../command.ts";
import { suggestions } from "../schema/index.ts";

/** Answers a suggestion, once: the writer may have read the answer already. */
export const answerSuggestion = command(
  { action: "suggestion.answer", capability: "answer_suggestions", input: AnswerSuggestionInput },
  async ({ tx, now }, { id, answer }) => {
    const [answered] = await tx
      .update(suggestions)
      .set({ answer, answeredAt: now })
      .where(and(eq(suggestions.id, id), isNull(suggestions.answeredAt)))
      .returning({ regionCode: suggestions.regionCode });
    if (answered === undefined) throw new DomainError("conflict", "这条建议已有答复，或不在您的范围内，请刷新页面");
    return {
      result: { id },
      audit: { regionCode: answered.regionCode, subjectType: "suggestion", subjectId: id, detail: {} },
    };
  },
);
