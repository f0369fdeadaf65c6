import { named } from "../format/named.ts";
import { type Evidence, OUTCOME_LABEL, type Outcome } from "./outcome.ts";
import { type LegalBasis, type PackRule, trustMark } from "./pack.ts";
import { PROBLEM_CLASS_LABEL } from "./problem-class.ts";
import type { Rule } from "./rule.ts";
import { withoutStop } from "./short-reason.ts";

/** A finding in plain sentences, for the item page and for documents. */
export type Explanation = {
  ruleId: string;
  title: string;
  /** The official class. */
  problem: string;
  verdict: string;
  /** Why, with the numbers. */
  why: string;
  evidence: Evidence[];
  basis: (LegalBasis & { mark: "待核" | null })[];
  /** Null when there is nothing to do. */
  toDo: string | null;
};

/** Explains one outcome. The rule may have been retired since: then its id stands for its title. */
export function explain(
  outcome: Outcome,
  rule: Rule | undefined,
  entry: Pick<PackRule, "ruleId" | "redLine" | "weight" | "basis">,
): Explanation {
  return {
    ruleId: entry.ruleId,
    title: rule?.title ?? entry.ruleId,
    problem: rule ? PROBLEM_CLASS_LABEL[rule.problemClass] : "已停用的规则",
    verdict: verdict(outcome, entry),
    why: why(outcome, rule),
    evidence: outcome.is === "hit" || outcome.is === "clear" ? outcome.evidence : [],
    basis: entry.basis.map((basis) => ({ ...basis, mark: trustMark(basis.tag) })),
    toDo: toDo(outcome, rule),
  };
}

function verdict(outcome: Outcome, { redLine, weight }: Pick<PackRule, "redLine" | "weight">): string {
  if (outcome.is !== "hit") return OUTCOME_LABEL[outcome.is];
  if (redLine) return "命中红线，一项即列为红线";
  return `命中，计 ${Math.round(weight * outcome.severity * 10) / 10} 分（满分 ${weight} 分）`;
}

function why(outcome: Outcome, rule: Rule | undefined): string {
  switch (outcome.is) {
    case "hit":
      return [sentence(outcome.evidence), rule?.rationale].filter((part) => part).join("");
    case "clear":
      return sentence(outcome.evidence);
    case "unknown":
      return `还不能判断，缺少${named(outcome.missing)}。`;
    case "not_applicable":
      return `${outcome.because}。`;
    case "exempt":
      return `${outcome.approvedBy}批准豁免：${outcome.reason}，有效至 ${outcome.until}。`;
  }
}

function sentence(evidence: readonly Evidence[]): string {
  return evidence
    .slice(0, 3)
    .map(({ label, value, limit, quote, source }) => {
      const against = limit === undefined ? "" : `，标准为${limit}`;
      const words =
        quote === undefined ? "" : `，原文：“${withoutStop(quote)}”${source === undefined ? "" : `（${source}）`}`;
      return `${label}：${value}${against}${words}。`;
    })
    .join("");
}

function toDo(outcome: Outcome, rule: Rule | undefined): string | null {
  if (outcome.is === "hit") return rule?.remedy ?? null;
  return outcome.is === "unknown" ? `补齐${named(outcome.missing)}后重新研判。` : null;
}
