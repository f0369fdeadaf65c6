import { z } from "zod";
import type { AppCut } from "#db/queries/app-overlap-filter.ts";
import type { RunningFilter } from "#db/queries/running-items.ts";
import { DECLARATION_OUTCOMES, type DeclarationOutcome } from "#lib/redundancy/app/declared.ts";
import { CutParams, ItemParams, type RawParams, setCut } from "../search-params.ts";

const Params = z.object({
  ...CutParams.shape,
  ...ItemParams.shape,
  outcome: z.enum(DECLARATION_OUTCOMES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

/** What the list of declarations shows; `outcome` absent: all. */
export type DeclaredSearch = {
  filter: RunningFilter;
  outcome?: DeclarationOutcome | undefined;
  cut: AppCut;
  page: number;
};

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseDeclaredSearch(raw: RawParams): DeclaredSearch {
  const { unit, line, q, outcome, page, ...cut } = Params.parse(raw);
  return { filter: { unit, workLine: line, q }, outcome, cut, page };
}

export function declaredQuery({ filter, outcome, cut }: Omit<DeclaredSearch, "page">): URLSearchParams {
  const query = new URLSearchParams();
  const given = { outcome, unit: filter.unit, line: filter.workLine, q: filter.q };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  setCut(query, cut);
  return query;
}

export function declaredHref({ page, ...search }: DeclaredSearch): string {
  const query = declaredQuery(search);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "/redundancy/apps/declared" : `/redundancy/apps/declared?${query}`;
}
