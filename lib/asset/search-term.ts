/** The words of a search, width and case folded as the stored text is (`searchable` in `db/queries/search.ts`). */
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
