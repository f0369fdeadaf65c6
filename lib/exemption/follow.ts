import type { AssetKind } from "../asset/vocabulary.ts";
import { ASSET_KIND_LABEL } from "../asset/vocabulary.ts";
import { formatDay } from "../format/date.ts";
import { OUTCOME_LABEL, type OutcomeName } from "../risk/outcome.ts";
import { EXEMPTION_STANDING_LABEL, standingOf } from "./standing.ts";
import type { ExemptionState } from "./vocabulary.ts";

/** The longest that an exemption holds: as long after the day that it is asked for or approved on. */
export const LONGEST_MONTHS = 12;

export type ExemptionVerdict<F extends string = string> =
  | { allowed: true }
  | { allowed: false; field: F | undefined; because: string };

const refuse = <F extends string>(because: string, field?: F): ExemptionVerdict<F> => ({
  allowed: false,
  field,
  because,
});
const ALLOWED = { allowed: true } as const;

/** The last day that an exemption asked for or approved today may hold to. */
export function longestUntil(today: string): string {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const monthIndex = year * 12 + month - 1 + LONGEST_MONTHS;
  const lastOfMonth = new Date(Date.UTC(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 0)).getUTCDate();
  const pad = (number: number, size: number) => String(number).padStart(size, "0");
  return `${pad(Math.floor(monthIndex / 12), 4)}-${pad((monthIndex % 12) + 1, 2)}-${pad(Math.min(day, lastOfMonth), 2)}`;
}

function dayRefusal(until: string, today: string): string | undefined {
  if (until < today) return "截止日期已过，请选择今天或以后的一天";
  const longest = longestUntil(today);
  if (until > longest) return `豁免最长 ${LONGEST_MONTHS} 个月，请选择${formatDay(longest)}或之前的一天`;
  return undefined;
}

/** Whether a rule may be asked to be set aside for an item: it must judge this kind, and must not have come out clear. */
export function mayRequest(
  at: {
    kind: AssetKind;
    /** Undefined: there is no such rule. */
    rule: { title: string; kinds: readonly AssetKind[] } | undefined;
    /** What the latest run said; null: never judged, or not by this rule. */
    outcome: OutcomeName | null;
    today: string;
  },
  until: string,
): ExemptionVerdict<"ruleId" | "until"> {
  if (at.rule === undefined) return refuse("没有这条规则，请刷新页面后重试", "ruleId");
  const { title, kinds } = at.rule;
  if (!kinds.includes(at.kind)) {
    return refuse(`规则“${title}”不适用于${ASSET_KIND_LABEL[at.kind]}，不需要申请豁免`, "ruleId");
  }
  if (at.outcome === null) return refuse(`这一项还没有按“${title}”研判过，请在研判之后再申请`, "ruleId");
  if (at.outcome === "clear" || at.outcome === "not_applicable") {
    return refuse(`最近一次研判，“${title}”的结论是${OUTCOME_LABEL[at.outcome]}，不需要申请豁免`, "ruleId");
  }
  const because = dayRefusal(until, at.today);
  return because === undefined ? ALLOWED : refuse(because, "until");
}

/** What a decision about an exemption is judged by. */
export type ExemptionCase = { state: ExemptionState; until: string; requestedBy: string };

/** Whether this person may decide at all: never who asked, even where that person audits (four eyes). */
export function mayDecide({ state, requestedBy }: ExemptionCase, actorId: string): ExemptionVerdict<never> {
  if (state !== "requested") return refuse(`这项申请${EXEMPTION_STANDING_LABEL[state]}，不需要再审批`);
  if (requestedBy === actorId) return refuse("申请人不能审批自己的申请，请由另一位监督检查人员审批");
  return ALLOWED;
}

/** Whether a request may be decided so: an approval holds no longer than was asked for, a refusal says why. */
export function decideRequest(
  at: ExemptionCase & { actorId: string; today: string },
  choice: { choice: "approve" | "refuse"; until?: string | undefined; note?: string | undefined },
): ExemptionVerdict<"until" | "note"> {
  const may = mayDecide(at, at.actorId);
  if (!may.allowed) return may;
  if (choice.choice === "refuse") {
    return choice.note === undefined || choice.note === "" ? refuse("请写明不批准的理由", "note") : ALLOWED;
  }
  const until = choice.until ?? at.until;
  if (until > at.until) return refuse(`申请到${formatDay(at.until)}为止，批准的日期不能更晚`, "until");
  const because = dayRefusal(until, at.today);
  return because === undefined ? ALLOWED : refuse(because, "until");
}

/** Who asked may take the request back while it waits. */
export function mayWithdraw({ state, requestedBy }: ExemptionCase, actorId: string): ExemptionVerdict<never> {
  if (requestedBy !== actorId) return refuse("只有申请人能撤回申请");
  return state === "requested" ? ALLOWED : refuse(`这项申请${EXEMPTION_STANDING_LABEL[state]}，不能撤回`);
}

/** An exemption in force may be ended early; one that has ended by itself needs nothing. */
export function mayRevoke(at: ExemptionCase, today: string): ExemptionVerdict<never> {
  const standing = standingOf(at, today);
  if (standing === "approved") return ALLOWED;
  if (standing === "requested") return refuse("这项申请还没有审批，不批准即可，不需要取消");
  return refuse(`这项豁免${EXEMPTION_STANDING_LABEL[standing]}，不需要取消`);
}
