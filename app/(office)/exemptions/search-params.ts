import { z } from "zod";
import type { ExemptionFilter } from "#db/queries/exemptions.ts";
import { EXEMPTION_STANDINGS, type ExemptionStanding } from "#lib/exemption/standing.ts";
import { daysAfter } from "#lib/risk/day.ts";

/** What "soon" means in the list of exemptions: their holders have a month to put things right or to ask again. */
export const SOON_DAYS = 30;

export type ExemptionSearch = {
  q?: string | undefined;
  standing?: ExemptionStanding | undefined;
  ruleId?: string | undefined;
  unitId?: string | undefined;
  isSoon?: boolean | undefined;
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
  state: z.enum(EXEMPTION_STANDINGS).optional().catch(undefined),
  rule: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  soon: z
    .literal("yes")
    .transform(() => true)
    .optional()
    .catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseExemptionSearch(raw: Record<string, string | string[] | undefined>): ExemptionSearch {
  const { q, state, rule, unit, soon, at } = Params.parse(raw);
  return { q, standing: state, ruleId: rule, unitId: unit, isSoon: soon, at };
}

/** The query string of a search; the reverse of `parseExemptionSearch`. */
export function exemptionQuery({ q, standing, ruleId, unitId, isSoon, at }: ExemptionSearch): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (standing) query.set("state", standing);
  if (ruleId) query.set("rule", ruleId);
  if (unitId) query.set("unit", unitId);
  if (isSoon) query.set("soon", "yes");
  if (at) query.set("at", at);
  return query.toString();
}

/** The address of the list in this state. */
export function exemptionsHref(search: ExemptionSearch): string {
  const query = exemptionQuery(search);
  return query === "" ? "/exemptions" : `/exemptions?${query}`;
}

/** The rows of a search on a day. */
export function exemptionFilter(
  { q, standing, ruleId, unitId, isSoon }: ExemptionSearch,
  today: string,
): ExemptionFilter {
  return {
    ...(q === undefined ? {} : { q }),
    ...(standing === undefined ? {} : { standing }),
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(isSoon ? { endingBy: daysAfter(today, SOON_DAYS) } : {}),
  };
}
