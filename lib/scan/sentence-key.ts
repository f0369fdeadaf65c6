import type { DemandType } from "../asset/vocabulary.ts";
import { normalise } from "../text/normalise.ts";
import { withoutNumbering } from "./numbering.ts";

/** What makes two hits the same thing said again, whatever the width, script, blanks, marks and numbering of the sentence. */
export function sentenceKey(demand: DemandType, sentence: string): string {
  const bare = withoutNumbering(normalise(sentence).text.toLowerCase());
  return `${demand}\n${bare.replace(/[^\p{L}\p{N}]/gu, "")}`;
}
