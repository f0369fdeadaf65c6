import { z } from "zod";
import type { FindingFilter } from "#db/queries/finding-conditions.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { OUTCOMES } from "#lib/risk/outcome.ts";
import { PROBLEM_CLASSES } from "#lib/risk/problem-class.ts";

/** What a list of findings shows: of which run, which of them, and from where. */
export type FindingSearch = {
  /** Absent: the latest run over the region. */
  assessmentId?: string | undefined;
  filter: FindingFilter;
  /** How what is missing is gathered: by thing, or by item; absent: as fits the reader. */
  by?: "thing" | "item" | undefined;
  /** Cursor of the page; absent: the first. */
  at?: string | undefined;
};

const text = (max: number) =>
  z
    .string()
    .trim()
    .transform((value) => (value === "" ? undefined : value.slice(0, max)))
    .optional()
    .catch(undefined);

const Params = z.object({
  assessment: z.uuid().optional().catch(undefined),
  outcome: z
    .enum([...OUTCOMES, "all"])
    .optional()
    .catch(undefined),
  rule: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  class: z.enum(PROBLEM_CLASSES).optional().catch(undefined),
  kind: z.enum(ASSET_KINDS).optional().catch(undefined),
  unit: z
    .union([z.uuid(), z.literal("unknown")])
    .optional()
    .catch(undefined),
  red: z
    .literal("yes")
    .transform(() => true as const)
    .optional()
    .catch(undefined),
  q: text(100),
  missing: text(200),
  by: z.enum(["thing", "item"]).optional().catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

/**
 * Reads the list's state from the URL; what makes no sense is ignored. The list opens on the hits, or on what is unknown where one
 * missing thing is named; every outcome is listed when "all" is asked for.
 */
export function parseFindingSearch(raw: Record<string, string | string[] | undefined>): FindingSearch {
  const { assessment, outcome, rule, class: problemClass, kind, unit, red, q, missing, by, at } = Params.parse(raw);
  const asked = outcome ?? (missing === undefined ? "hit" : "unknown");
  return {
    assessmentId: assessment,
    filter: {
      outcome: asked === "all" ? undefined : asked,
      ruleId: rule,
      problemClass,
      kind,
      unit,
      redLine: red,
      q,
      missing,
    },
    by,
    at,
  };
}

/** The query string of a search; the reverse of `parseFindingSearch`. */
export function findingQuery(search: FindingSearch): string {
  return queryOf(search, search.filter.outcome ?? "all");
}

function queryOf({ assessmentId, filter, by, at }: FindingSearch, outcome: string | undefined): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) =>
    value !== undefined && value !== "" && query.set(name, value);
  set("assessment", assessmentId);
  set("outcome", outcome);
  set("rule", filter.ruleId);
  set("class", filter.problemClass);
  set("kind", filter.kind);
  set("unit", filter.unit);
  set("red", filter.redLine && "yes");
  set("q", filter.q);
  set("missing", filter.missing);
  set("by", by);
  set("at", at);
  return query.toString();
}

/** The address of the list in this state. */
export const findingsHref = (search: FindingSearch) => `/findings?${findingQuery(search)}`;

/** The address of what is missing, for the same findings; an outcome has no meaning there, one missing thing only by item. */
export function missingHref({ filter: { missing, ...filter }, ...search }: FindingSearch): string {
  const query = queryOf({ ...search, filter: search.by === "item" ? { ...filter, missing } : filter }, undefined);
  return query === "" ? "/findings/missing" : `/findings/missing?${query}`;
}
