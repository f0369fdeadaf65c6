const LONGEST = 60;

/** A name for the indicator that a sentence sets: its words up to the weight, without numbering and closing marks. */
export function indicatorName(sentence: string, weight: string | null): string {
  const flat = sentence.replace(/\s+/g, " ").trim();
  const cut = weight === null ? -1 : flat.indexOf(weight);
  const head = cut > 3 ? flat.slice(0, cut) : flat;
  const named = head
    .replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*/, "")
    .replace(/[，,、；;。：:（(\s]+$/, "");
  return named.length > LONGEST ? `${named.slice(0, LONGEST)}…` : named;
}
