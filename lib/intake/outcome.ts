/** What a row of a ledger comes to. Their counts add up to the rows read. */
export const ROW_OUTCOMES = ["create", "update", "unchanged", "reject"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export const ROW_OUTCOME_LABEL: Record<RowOutcome, string> = {
  create: "新建",
  update: "更新",
  unchanged: "无变化",
  reject: "有误",
};

/** What is wrong with one cell, and how to mend it. A warning does not reject the row. */
export type RowProblem = { level: "error" | "warning"; column: string; value: string; message: string; mend: string };
