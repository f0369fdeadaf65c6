/** How hours were computed; a figure of another version is re-estimated, never compared as it stands. */
export const BURDEN_METHOD_VERSION = "burden-2026.1";

/** Working days a year: the basis of "daily" and of watching a group (domain.md 7.3). */
export const WORKDAYS_PER_YEAR = 250;

/** Steps of one occurrence, in the order of the work; "watching" is of groups, "unsplit" what nobody has split yet. */
export const BURDEN_STEPS = [
  "reading",
  "finding",
  "entering",
  "signing",
  "submitting",
  "paper",
  "watching",
  "unsplit",
] as const;
export type BurdenStep = (typeof BURDEN_STEPS)[number];
export const BURDEN_STEP_LABEL: Record<BurdenStep, string> = {
  reading: "阅读要求",
  finding: "找数",
  entering: "填录",
  signing: "审核签字",
  submitting: "报送",
  paper: "线下留痕",
  watching: "查看群消息",
  unsplit: "未分步",
};
