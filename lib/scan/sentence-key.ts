import type { DemandType } from "../asset/vocabulary.ts";
import { normalise } from "../text/normalise.ts";

/** What makes two hits the same thing said again, whatever the width, script, blanks, marks and numbering of the sentence. */
export function sentenceKey(demand: DemandType, sentence: string): string {
  const bare = normalise(sentence)
    .text.toLowerCase()
    .replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.]/, "");
  return `${demand}\n${bare.replace(/[^\p{L}\p{N}]/gu, "")}`;
}
