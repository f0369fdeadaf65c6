/** What a review can decide about one item (domain.md 6.3), mildest first; "defer" leaves it open until a date. */
export const DECISIONS = ["keep", "fix", "merge", "shutdown", "defer"] as const;
export type Decision = (typeof DECISIONS)[number];
export const DECISION_LABEL: Record<Decision, string> = {
  keep: "保留",
  fix: "优化整改",
  merge: "整合合并",
  shutdown: "关停注销",
  defer: "暂缓",
};

export const SESSION_STATES = ["draft", "open", "closed"] as const;
export type SessionState = (typeof SESSION_STATES)[number];
export const SESSION_STATE_LABEL: Record<SessionState, string> = { draft: "筹备", open: "评审中", closed: "已结束" };
