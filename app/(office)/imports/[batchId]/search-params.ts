import { z } from "zod";
import { ROW_OUTCOME_LABEL, type RowOutcome } from "#lib/intake/outcome.ts";

/** Which rows are shown. */
export const SHOWN = ["all", "reject", "create", "update", "unchanged", "problems"] as const satisfies readonly (
  | "all"
  | RowOutcome
  | "problems"
)[];
export type RowSearch = { show: (typeof SHOWN)[number]; after?: number | undefined };
export const SHOWN_LABEL: Record<RowSearch["show"], string> = {
  all: "全部",
  ...ROW_OUTCOME_LABEL,
  problems: "有提醒或有误",
};

const Params = z.object({
  show: z.enum(SHOWN).optional().catch(undefined),
  after: z.coerce.number().int().min(0).optional().catch(undefined),
});

/** Reads which rows from the URL; those in error when there are any and nothing is asked for. */
export function parseRowSearch(
  raw: Record<string, string | string[] | undefined>,
  batch: { rejected: number },
): RowSearch {
  const { show, after } = Params.parse(raw);
  return { show: show ?? (batch.rejected > 0 ? "reject" : "all"), after };
}

export function rowsHref(batchId: string, { show, after }: RowSearch): string {
  return `/imports/${batchId}?show=${show}${after === undefined ? "" : `&after=${after}`}`;
}
