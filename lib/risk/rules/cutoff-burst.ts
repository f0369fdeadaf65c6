import type { UsageMonth } from "../../asset/asset.ts";
import { formatPercent } from "../../format/percent.ts";
import { monthBefore } from "../day.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { forcedUseEvidence, isUsageForced } from "../use.ts";

const QUARTERS = 2;
const FIGURES = "近两个完整季度的登录次数";

export default defineRule({
  id: "cutoff-burst",
  kinds: ["app"],
  title: "登录集中在考核截止之前，使用数据疑似应付考核",
  problemClass: "rank_abuse",
  rationale: "平时没有人用，到了考核截止前才突击登录，用的是考核，不是应用。",
  needs: [labelOf("app", "cutoffLoginShare"), FIGURES],
  remedy: "调取系统日志核对截止日前后的登录；取消使用考核后再看真实使用情况。",
  parameters: {
    maxCutoffShare: { label: "截止前 5 天登录占全周期的可信上限", unit: "比例（0—1）", default: 0.5 },
    maxQuarterEndShare: { label: "季末月登录占全季的可信上限", unit: "比例（0—1）", default: 0.7 },
  },
  assess(facts, { asOf, parameters }) {
    if (!isUsageForced(facts)) return notApplicable("没有发现对使用的考核、推广要求");
    const { cutoffLoginShare } = facts.asset.attributes;
    const isFromLogs = cutoffLoginShare !== undefined;
    const share = isFromLogs ? cutoffLoginShare / 100 : quarterEndShare(facts.usage, asOf);
    if (share === null) return unknown(labelOf("app", "cutoffLoginShare"), FIGURES);
    const limit = isFromLogs ? parameters.maxCutoffShare : parameters.maxQuarterEndShare;
    const evidence = [
      {
        label: isFromLogs ? labelOf("app", "cutoffLoginShare") : "季末月登录次数占全季",
        value: formatPercent(share),
        limit: `不超过 ${formatPercent(limit)}（本机关参考值）`,
      },
    ];
    return share > limit ? hit([...evidence, ...forcedUseEvidence(facts)], share) : clear(evidence);
  },
});

/** Share of the last month of each quarter in the sign-ins of the last two full quarters; null unless all six months are known. */
function quarterEndShare(usage: readonly UsageMonth[], asOf: string): number | null {
  const sinceQuarter = ((Number(asOf.slice(5, 7)) - 1) % 3) + 1;
  const months = Array.from({ length: 3 * QUARTERS }, (_, index) => monthBefore(asOf, sinceQuarter + index));
  const known = months.flatMap((name) => {
    const logins = usage.find((row) => row.month === name)?.logins ?? null;
    return logins === null ? [] : [{ isQuarterEnd: Number(name.slice(5)) % 3 === 0, logins }];
  });
  const all = known.reduce((sum, { logins }) => sum + logins, 0);
  if (known.length < months.length || all === 0) return null;
  return known.reduce((sum, { isQuarterEnd, logins }) => sum + (isQuarterEnd ? logins : 0), 0) / all;
}
