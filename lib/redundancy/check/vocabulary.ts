/** The kinds of items that are checked before they are submitted. */
export const CHECKED_KINDS = ["form", "app", "group"] as const;
export type CheckedKind = (typeof CHECKED_KINDS)[number];

/** Why a group is like another, each reason for itself, the weightiest first. */
export const GROUP_EVIDENCE = ["matter", "name", "topic"] as const;
export type GroupEvidence = (typeof GROUP_EVIDENCE)[number];
export const GROUP_EVIDENCE_LABEL: Record<GroupEvidence, string> = {
  matter: "同一工作事项",
  name: "名称相近",
  topic: "同一单位、同一主题",
};
