import { formatDay } from "../format/date.ts";
import { named } from "../format/named.ts";
import type { Evidence, Outcome } from "./outcome.ts";

/** Why an outcome is what it is, in one sentence for a list: the first fact it rests on, what is missing, or who set it aside. */
export function shortReason(outcome: Outcome): string {
  switch (outcome.is) {
    case "hit":
    case "clear":
      return first(outcome.evidence);
    case "unknown":
      return `缺少${named(outcome.missing)}。`;
    case "not_applicable":
      return `${outcome.because}。`;
    case "exempt":
      return `${outcome.approvedBy}批准豁免至${formatDay(outcome.until)}：${outcome.reason}。`;
  }
}

function first([fact, ...more]: readonly Evidence[]): string {
  if (fact === undefined) return "";
  const against = fact.limit === undefined ? "" : `，标准为${fact.limit}`;
  const quote = fact.quote === undefined ? "" : `，原文：“${withoutStop(fact.quote)}”`;
  return `${fact.label}：${fact.value}${against}${quote}${more.length === 0 ? "" : `；另有 ${more.length} 条证据`}。`;
}

/** Quoted words without their last stop: the sentence that quotes them has one of its own. */
export const withoutStop = (quote: string) => quote.replace(/[。；]$/, "");
