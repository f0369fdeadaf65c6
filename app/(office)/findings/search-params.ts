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
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
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

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseFindingSearch(raw: Record<string, string | string[] | undefined>): FindingSearch {
  const { assessment, outcome, rule, class: problemClass, kind, unit, red, q, missing, by, at } = Params.parse(raw);
  return {
    assessmentId: assessment,
    filter: { outcome, ruleId: rule, problemClass, kind, unit, redLine: red, q, missing },
    by,
    at,
  };
}

/** The query string of a search; the reverse of `parseFindingSearch`. */
export function findingQuery({ assessmentId, filter, by, at }: FindingSearch): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) =>
    value !== undefined && value !== "" && query.set(name, value);
  set("assessment", assessmentId);
  set("outcome", filter.outcome);
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

const href = (path: string, search: FindingSearch) => {
  const query = findingQuery(search);
  return query === "" ? path : `${path}?${query}`;
};

/** The address of the list in this state. */
export const findingsHref = (search: FindingSearch) => href("/findings", search);

/** The address of what is missing, for the same findings; an outcome has no meaning there, one missing thing only by item. */
export const missingHref = ({ filter: { outcome: _, missing, ...filter }, ...search }: FindingSearch) =>
  href("/findings/missing", { ...search, filter: search.by === "item" ? { ...filter, missing } : filter });
