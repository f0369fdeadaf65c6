import { z } from "zod";
import { ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { BANDS, type Band } from "#lib/risk/band.ts";
import { OUTCOMES, type OutcomeName } from "#lib/risk/outcome.ts";

/** Which rows of a run are listed. */
export type RunSearch = {
  kind: AssetKind | undefined;
  band: Band | undefined;
  rule: { ruleId: string; outcome: OutcomeName } | undefined;
  page: number;
};

const Params = z.object({
  kind: z.enum(ASSET_KINDS).optional().catch(undefined),
  band: z.enum(BANDS).optional().catch(undefined),
  rule: z
    .string()
    .transform((given) => {
      const [ruleId = "", named = "hit"] = given.split(".");
      const outcome = OUTCOMES.find((one) => one === named);
      return outcome === undefined ? undefined : { ruleId, outcome };
    })
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});

/** Reads the URL; what makes no sense is ignored. */
export function parseRunSearch(raw: Record<string, string | string[] | undefined>): RunSearch {
  const { kind, band, rule, page } = Params.parse(raw);
  return { kind, band, rule, page };
}

/** The address of a run with these rows listed, at the list. */
export function runHref(assessmentId: string, { kind, band, rule, page }: Partial<RunSearch>): string {
  const query = new URLSearchParams();
  if (kind) query.set("kind", kind);
  if (band) query.set("band", band);
  if (rule) query.set("rule", `${rule.ruleId}.${rule.outcome}`);
  if (page !== undefined && page > 1) query.set("page", String(page));
  return `/assessments/${assessmentId}${query.size === 0 ? "" : `?${query}`}#rows`;
}
