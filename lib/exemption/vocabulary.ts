/** Where a request for exemption (豁免) stands. An approved one ends by itself after its last day. */
export const EXEMPTION_STATES = ["requested", "approved", "refused", "withdrawn", "revoked"] as const;
export type ExemptionState = (typeof EXEMPTION_STATES)[number];
export const EXEMPTION_STATE_LABEL: Record<ExemptionState, string> = {
  requested: "待审批",
  approved: "已批准",
  refused: "未批准",
  withdrawn: "已撤回",
  revoked: "已取消",
};
