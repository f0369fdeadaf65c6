/**
 * How two forms relate, nearest first. duplicate: the same form twice; same_template: one template under two names; partial: part of
 * the content in common; header_only: in common is only what every form asks.
 */
export const FORM_RELATIONS = ["duplicate", "same_template", "partial", "header_only", "different"] as const;
export type FormRelation = (typeof FORM_RELATIONS)[number];
export const FORM_RELATION_LABEL: Record<FormRelation, string> = {
  duplicate: "重复印发",
  same_template: "同一模板",
  partial: "部分重复",
  header_only: "仅基本信息重复",
  different: "不同",
};
/** Relations in which two forms ask for so much of the same that one of them is to be looked at; the nearest first. */
export const REPEATING_RELATIONS = ["duplicate", "same_template", "partial"] as const satisfies readonly FormRelation[];

/** What a person answered about two data items. */
export const ALIAS_ANSWERS = ["same", "different"] as const;
export type AliasAnswer = (typeof ALIAS_ANSWERS)[number];
export const ALIAS_ANSWER_LABEL: Record<AliasAnswer, string> = { same: "是同一项", different: "不是同一项" };

/** 共享属性 of a data element, as 《政务数据共享条例》 names them. */
export const SHARINGS = ["unconditional", "conditional", "none"] as const;
export type Sharing = (typeof SHARINGS)[number];
export const SHARING_LABEL: Record<Sharing, string> = {
  unconditional: "无条件共享",
  conditional: "有条件共享",
  none: "不予共享",
};

/** Where a consolidation proposal stands. */
export const PROPOSAL_STATES = ["open", "adopted", "dropped"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const PROPOSAL_STATE_LABEL: Record<ProposalState, string> = {
  open: "征求意见",
  adopted: "已采纳",
  dropped: "已放弃",
};

/** What an office decides on a proposal; see `proposal/decisions.ts`. */
export const PROPOSAL_DECISION_KINDS = ["keep", "cancel", "together", "apart"] as const;
export type ProposalDecisionKind = (typeof PROPOSAL_DECISION_KINDS)[number];
export const PROPOSAL_DECISION_LABEL: Record<ProposalDecisionKind, string> = {
  keep: "保留不取消",
  cancel: "取消",
  together: "合并为一本台账",
  apart: "不合并",
};
