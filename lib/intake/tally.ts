import type { RowOutcome } from "./outcome.ts";

/** What the rows of a file came to; `rowsRead` is always the sum of the other four. */
export type Tally = { rowsRead: number; created: number; updated: number; unchanged: number; rejected: number };

export const EMPTY_TALLY: Tally = { rowsRead: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

const COUNTED: Record<RowOutcome, Exclude<keyof Tally, "rowsRead">> = {
  create: "created",
  update: "updated",
  unchanged: "unchanged",
  reject: "rejected",
};

export function tallied(tally: Tally, rows: readonly { outcome: RowOutcome }[]): Tally {
  const next = { ...tally, rowsRead: tally.rowsRead + rows.length };
  for (const { outcome } of rows) next[COUNTED[outcome]] += 1;
  return next;
}

/** The accounting line: nothing is dropped in silence. */
export function tallyText({ rowsRead, created, updated, unchanged, rejected }: Tally): string {
  return `读取 ${rowsRead} 行 = 新建 ${created} + 更新 ${updated} + 无变化 ${unchanged} + 有误 ${rejected}`;
}
