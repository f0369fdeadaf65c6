import { z } from "zod";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { WORK_LINES } from "#lib/asset/vocabulary.ts";
import { FORM_RELATIONS, REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import { regionParam } from "../search-params.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

export const RESPONDENTS = Object.keys(FORM_FIELDS.respondent.options) as [keyof typeof FORM_FIELDS.respondent.options];

const percent = z.coerce.number().int().min(1).max(100).optional().catch(undefined);

/** Shared with the graph, which is cut by the same conditions. */
export const PairParams = z.object({
  relation: z
    .enum([...FORM_RELATIONS, "all"])
    .optional()
    .catch(undefined),
  base: z.literal("own").optional().catch(undefined),
  jaccard: percent,
  containment: percent,
  unit: z.uuid().optional().catch(undefined),
  line: z.enum(WORK_LINES).optional().catch(undefined),
  respondent: z.enum(RESPONDENTS).optional().catch(undefined),
  form: z.uuid().optional().catch(undefined),
  region: regionParam,
  level: regionParam,
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
});
const Params = PairParams.extend({
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

/** What a list of pairs of forms shows; `relations` absent in the filter: all. */
export type PairSearch = { filter: OverlapFilter; at?: string | undefined };

/** Which pairs are meant; with no relation named those that repeat each other, with "all" every one that is kept. */
export function pairFilter(params: z.output<typeof PairParams>): OverlapFilter {
  const { relation, line, ...same } = params;
  const relations = relation === undefined ? REPEATING_RELATIONS : relation === "all" ? undefined : [relation];
  return { ...same, relations, workLine: line };
}

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parsePairSearch(raw: RawParams): PairSearch {
  const { at, ...params } = Params.parse(raw);
  return { filter: pairFilter(params), at };
}

/** The word of the URL for a choice of relations; absent for those that repeat each other. */
export function relationParam(relations: OverlapFilter["relations"]): string | undefined {
  if (relations === undefined) return "all";
  return relations.length === 1 ? relations[0] : undefined;
}

/** The filter as the URL has it. */
export function pairQuery(filter: OverlapFilter): URLSearchParams {
  const query = new URLSearchParams();
  const given: Record<string, string | number | undefined> = {
    relation: relationParam(filter.relations),
    base: filter.base === "own" ? "own" : undefined,
    jaccard: filter.jaccard,
    containment: filter.containment,
    unit: filter.unit,
    line: filter.workLine,
    respondent: filter.respondent,
    form: filter.form,
    region: filter.region,
    level: filter.level,
    q: filter.q,
  };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, String(value));
  return query;
}

/** The address of the list in this state; the reverse of `parsePairSearch`. */
export function pairsHref({ filter, at }: PairSearch): string {
  const query = pairQuery(filter);
  if (at !== undefined) query.set("at", at);
  return query.size === 0 ? "/redundancy/forms" : `/redundancy/forms?${query}`;
}

/** Where two forms stand side by side. */
export const compareHref = (a: string, b: string) => `/redundancy/compare?${new URLSearchParams({ a, b })}`;
