import type { FindingRow } from "#db/queries/findings.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { OUTCOME_LABEL } from "#lib/risk/outcome.ts";
import { PROBLEM_CLASS_LABEL } from "#lib/risk/problem-class.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { shortReason } from "#lib/risk/short-reason.ts";
import { storedOutcome } from "#lib/risk/stored-outcome.ts";

/** Why a finding is what it is, in one sentence. */
export function reasonOf({ outcome, detail }: Pick<FindingRow, "outcome" | "detail">): string {
  return shortReason(storedOutcome(outcome, detail));
}

/** The rule's words; its id once it has retired. */
export const titleOf = (ruleId: string) => RULES.get(ruleId)?.title ?? ruleId;

/** The columns of the workbook. */
export const EXPORT_COLUMNS: readonly {
  title: string;
  width: number;
  value: (row: FindingRow, mark: string) => string | number | null;
}[] = [
  { title: "条目", width: 28, value: (row) => row.name },
  { title: "种类", width: 16, value: (row) => ASSET_KIND_LABEL[row.kind] },
  { title: "主办单位", width: 22, value: (row) => row.unitName },
  {
    title: "问题类别",
    width: 12,
    value: (row) => {
      const rule = RULES.get(row.ruleId);
      return rule === undefined ? null : PROBLEM_CLASS_LABEL[rule.problemClass];
    },
  },
  { title: "规则", width: 30, value: (row) => titleOf(row.ruleId) },
  { title: "结论", width: 10, value: (row) => OUTCOME_LABEL[row.outcome] },
  { title: "为什么", width: 60, value: (row) => reasonOf(row) },
  { title: "红线", width: 8, value: (row) => (row.redLine ? "红线" : null) },
  { title: "计分", width: 8, value: (row) => (row.outcome === "hit" && !row.redLine ? row.points : null) },
  { title: "依据", width: 14, value: (_, mark) => mark },
];
