import { createHash, randomInt } from "node:crypto";
import { isoDay } from "#lib/format/date.ts";
import { SubmitSuggestionInput } from "#lib/suggestion/inputs.ts";
import { plainReceipt, receiptCode } from "#lib/suggestion/receipt.ts";
import { command } from "../command.ts";
import { suggestions } from "../schema/index.ts";

const PRECISION = 2 ** 32;

/**
 * Keeps a complaint or a suggestion without its writer, who gets the code that finds the answer. The log says that the writer
 * used this way in, and names neither the row nor its words.
 */
export const submitSuggestion = command(
  { action: "suggestion.submit", capability: "suggest", input: SubmitSuggestionInput },
  async ({ tx, actor, now }, { text }) => {
    const receipt = receiptCode(() => randomInt(PRECISION) / PRECISION);
    const receiptHash = createHash("sha256").update(plainReceipt(receipt)).digest("hex");
    await tx.insert(suggestions).values({ regionCode: actor.scope, receiptHash, text, createdOn: isoDay(now) });
    return {
      result: { receipt },
      audit: { regionCode: actor.scope, subjectType: "suggestion", subjectId: "-", detail: {} },
    };
  },
);
