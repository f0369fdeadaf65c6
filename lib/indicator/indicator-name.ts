import { withoutNumbering } from "../scan/numbering.ts";

const LONGEST = 60;

/** A name for the indicator that a sentence sets: its words up to the weight, without numbering and closing marks. */
export function indicatorName(sentence: string, weight: string | null): string {
  const flat = sentence.replace(/\s+/g, " ").trim();
  const cut = weight === null ? -1 : flat.indexOf(weight);
  const head = cut > 3 ? flat.slice(0, cut) : flat;
  const named = withoutNumbering(head).replace(/[，,、；;。：:（(\s]+$/, "");
  return named.length > LONGEST ? `${named.slice(0, LONGEST)}…` : named;
}
