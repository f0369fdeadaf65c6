import { z } from "zod";
import {
  APP_EVIDENCES,
  type AppCut,
  type AppEvidenceKind,
  type AppPairFilter,
} from "#db/queries/app-overlap-filter.ts";
import { WORK_LINES } from "#lib/asset/vocabulary.ts";
import { APP_THRESHOLDS } from "#lib/redundancy/app/evidence.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

/** The limits that lists open with, in percent where they are shares. */
export const DEFAULT_CUT: AppCut = {
  covered: APP_THRESHOLDS.covered * 100,
  shared: APP_THRESHOLDS.shared,
  text: APP_THRESHOLDS.text * 100,
};
/** What is proposed for merging: functions agree, or words do and a person is to look. */
export const CANDIDATES: readonly AppEvidenceKind[] = ["functions", "check"];

const percent = (limit: number) => z.coerce.number().int().min(1).max(100).catch(limit).default(limit);
/** The limits of evidence, as each list of apps has them in its address. */
export const CutParams = z.object({
  covered: percent(DEFAULT_CUT.covered),
  shared: z.coerce.number().int().min(1).max(20).catch(DEFAULT_CUT.shared).default(DEFAULT_CUT.shared),
  text: percent(DEFAULT_CUT.text),
});
/** Which items are meant, as every list here has them. */
export const ItemParams = z.object({
  unit: z.uuid().optional().catch(undefined),
  line: z.enum(WORK_LINES).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
});
const Params = z.object({
  ...CutParams.shape,
  ...ItemParams.shape,
  evidence: z
    .enum([...APP_EVIDENCES, "all"])
    .optional()
    .catch(undefined),
  app: z.uuid().optional().catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

/** What a list of pairs of apps shows; `evidence` absent in the filter: all pairs that are kept. */
export type AppPairSearch = { filter: AppPairFilter; cut: AppCut; at?: string | undefined };

/** Reads the list's state from the URL; what makes no sense is ignored. It opens on what is proposed. */
export function parseAppPairSearch(raw: RawParams): AppPairSearch {
  const { evidence, app, unit, line, q, at, ...cut } = Params.parse(raw);
  const evidences = evidence === undefined ? CANDIDATES : evidence === "all" ? undefined : [evidence];
  return { filter: { evidence: evidences, app, unit, workLine: line, q }, cut, at };
}

/** The word of the URL for a choice of evidence; absent for what is proposed. */
export function evidenceParam(evidence: AppPairFilter["evidence"]): string | undefined {
  if (evidence === undefined) return "all";
  return evidence.length === 1 ? evidence[0] : undefined;
}

/** The limits of an address that are not those lists open with. */
export function setCut(query: URLSearchParams, cut: AppCut): void {
  for (const name of ["covered", "shared", "text"] as const)
    if (cut[name] !== DEFAULT_CUT[name]) query.set(name, String(cut[name]));
}

export function appPairQuery({ filter, cut }: Pick<AppPairSearch, "filter" | "cut">): URLSearchParams {
  const query = new URLSearchParams();
  const given = {
    evidence: evidenceParam(filter.evidence),
    app: filter.app,
    unit: filter.unit,
    line: filter.workLine,
    q: filter.q,
  };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  setCut(query, cut);
  return query;
}

/** The address of the list in this state; the reverse of `parseAppPairSearch`. */
export function appPairsHref({ filter, cut, at }: AppPairSearch): string {
  const query = appPairQuery({ filter, cut });
  if (at !== undefined) query.set("at", at);
  return query.size === 0 ? "/redundancy/apps" : `/redundancy/apps?${query}`;
}

/** Where two to five apps stand side by side. */
export const compareAppsHref = (ids: readonly string[]) => `/redundancy/apps/compare?items=${ids.join(",")}`;
