import { z } from "zod";
import type { AliasFilter } from "#db/queries/aliases.ts";
import { ALIAS_ANSWERS, type AliasAnswer } from "#lib/redundancy/vocabulary.ts";

/** Who decided, when, what, and whether it still holds; an absent member does not narrow the list. */
export type AliasSearch = {
  q?: string | undefined;
  answer?: AliasAnswer | undefined;
  standing?: "holds" | "undone" | undefined;
  by?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Cursor of the page; absent: the first. */
  at?: string | undefined;
};

const Params = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  answer: z.enum(ALIAS_ANSWERS).optional().catch(undefined),
  standing: z.enum(["holds", "undone"]).optional().catch(undefined),
  by: z.string().min(1).max(200).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseAliasSearch(raw: Record<string, string | string[] | undefined>): AliasSearch {
  return Params.parse(raw);
}

/** The query string of a search; the reverse of `parseAliasSearch`. */
export function aliasQuery(search: AliasSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) query.set(name, value);
  return query.toString();
}

/** The address of the list in this state. */
export function aliasesHref(search: AliasSearch): string {
  const query = aliasQuery(search);
  return query === "" ? "/redundancy/aliases" : `/redundancy/aliases?${query}`;
}

/** The rows of a search; days are Beijing days, the last one included. */
export function aliasFilter({ q, answer, standing, by, from, to }: AliasSearch): AliasFilter {
  return {
    ...(q === undefined ? {} : { q }),
    ...(answer === undefined ? {} : { answer }),
    ...(standing === undefined ? {} : { standing }),
    ...(by === undefined ? {} : { decidedBy: by }),
    ...(from === undefined ? {} : { from: dayStart(from) }),
    ...(to === undefined ? {} : { to: new Date(dayStart(to).getTime() + 24 * 60 * 60 * 1000) }),
  };
}

/** When a Beijing day begins. */
export function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
