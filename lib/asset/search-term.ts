/** The words of a search, width and case folded as the stored text is (`searchable_text` in `db/queries/asset-conditions.ts`). */
export function searchTerms(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== "");
}
