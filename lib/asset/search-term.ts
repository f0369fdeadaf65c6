/** The words of a search, width and case folded as the stored text is (`searchable_text` in `db/queries/asset-conditions.ts`). */
export function searchTerms(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      // No stored text holds the zero character, and Postgres refuses to be asked for it.
      .replaceAll("\u0000", " ")
      .split(/\s+/)
      .filter((term) => term !== "")
  );
}
