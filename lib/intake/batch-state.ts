/** Where an import batch stands; it only moves forward. */
export const BATCH_STATES = ["checked", "committed", "undone"] as const;
export type BatchState = (typeof BATCH_STATES)[number];
export const BATCH_STATE_LABEL: Record<BatchState, string> = {
  checked: "已预检，未提交",
  committed: "已提交",
  undone: "已撤销",
};
