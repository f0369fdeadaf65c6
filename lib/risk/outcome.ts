/** What a rule says of an item, in five words. Unknown is never clear. */
export const OUTCOMES = ["hit", "clear", "unknown", "not_applicable", "exempt"] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
export const OUTCOME_LABEL: Record<OutcomeName, string> = {
  hit: "命中",
  clear: "未命中",
  unknown: "信息不足",
  not_applicable: "不适用",
  exempt: "已豁免",
};

/** A fact that a finding rests on: what it is, the value seen, the limit it was held against, and the words that prove it. */
export type Evidence = { label: string; value: string; limit?: string; quote?: string; source?: string };

export type Outcome =
  | { is: "hit" /** 0 < severity <= 1: how far beyond the limit. */; severity: number; evidence: Evidence[] }
  | { is: "clear"; evidence: Evidence[] }
  | { is: "unknown" /** Labels of what must be known first. */; missing: string[] }
  | { is: "not_applicable"; because: string }
  | { is: "exempt"; approvedBy: string; reason: string; until: string };

/** What is stored of an outcome beside its name. */
export type OutcomeDetail = Omit<Extract<Outcome, { is: "hit" }>, "is"> | Record<string, unknown>;

/** A hit; severity is 1 unless the rule measures how far beyond the limit the item is. */
export function hit(evidence: Evidence[], severity = 1): Outcome {
  return { is: "hit", severity: Math.min(1, Math.max(0.05, severity)), evidence };
}

export function clear(evidence: Evidence[]): Outcome {
  return { is: "clear", evidence };
}

export function unknown(...missing: string[]): Outcome {
  return { is: "unknown", missing };
}

export function exempt({ approvedBy, reason, until }: Omit<Extract<Outcome, { is: "exempt" }>, "is">): Outcome {
  return { is: "exempt", approvedBy, reason, until };
}

export function notApplicable(because: string): Outcome {
  return { is: "not_applicable", because };
}
