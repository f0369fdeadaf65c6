import { z } from "zod";
import { DECISIONS } from "#lib/review/vocabulary.ts";

const SHOWN = ["pending", ...DECISIONS] as const;
export type Shown = (typeof SHOWN)[number];
export type AgendaSearch = { show: Shown | undefined; page: number };

const Params = z.object({
  show: z.enum(SHOWN).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});

/** Which items of the agenda are shown; what makes no sense is ignored. */
export function parseAgendaSearch(raw: Record<string, string | string[] | undefined>): AgendaSearch {
  const { show, page } = Params.parse(raw);
  return { show, page };
}

export function agendaHref(sessionId: string, { show, page }: AgendaSearch): string {
  const query = new URLSearchParams();
  if (show !== undefined) query.set("show", show);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? `/reviews/${sessionId}` : `/reviews/${sessionId}?${query}`;
}
