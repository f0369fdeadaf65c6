import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { searchTerms } from "#lib/asset/search-term.ts";

/** Texts as one that is searched, width and case folded as the words of a search are; an unknown one is passed over. */
export const searchable = (...texts: readonly SQLWrapper[]): SQL =>
  sql`lower(normalize(concat_ws(' ', ${sql.join([...texts], sql`, `)}), NFKC))`;

/** One condition for each word of a search: these texts hold it. */
export function holdsWords(q: string | undefined, ...texts: readonly SQLWrapper[]): SQL[] {
  const text = searchable(...texts);
  return searchTerms(q ?? "").map((term) => sql`strpos(${text}, ${term}) > 0`);
}
