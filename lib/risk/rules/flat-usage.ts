import { formatNumber } from "../../format/number.ts";
import { formatPercent } from "../../format/percent.ts";
import { monthBefore } from "../day.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { forcedUseEvidence, isUsageForced } from "../use.ts";

const MONTHS = 6;
const FIGURES = "近 6 个月活跃用户数";

export default defineRule({
  id: "flat-usage",
  kinds: ["app"],
  title: "月月使用人数几乎一样，使用数据疑似应付考核",
  problemClass: "rank_abuse",
  rationale: "真实的使用有淡有旺；考核之下月月相同的数字，多半是按名单凑出来的。",
  needs: [FIGURES],
  remedy: "调取系统日志核对逐月登录记录；取消使用考核后再看真实使用情况。",
  parameters: {
    minSpread: { label: "各月活跃人数应有的最小波动", unit: "比例（0—1）", default: 0.01 },
    maxUnjudgedUsers: { label: "活跃人数不超过此数的不判", unit: "人", default: 30 },
  },
  assess(facts, { asOf, parameters }) {
    if (!isUsageForced(facts)) return notApplicable("没有发现对使用的考核、推广要求");
    const months = Array.from({ length: MONTHS }, (_, index) => monthBefore(asOf, MONTHS - index));
    const active = months.flatMap((month) => facts.usage.find((row) => row.month === month)?.activeUsers ?? []);
    if (active.length < MONTHS) return unknown(FIGURES);
    const [low, high] = [Math.min(...active), Math.max(...active)];
    // A handful of people who all use it every month are no wonder.
    if (high <= parameters.maxUnjudgedUsers) {
      return notApplicable(`活跃人数不超过 ${parameters.maxUnjudgedUsers} 人，波动小属正常`);
    }
    const spread = (high - low) / high;
    const evidence = [
      {
        label: `${months[0]} 至 ${months[MONTHS - 1]} 的月活跃人数`,
        value: `${formatNumber(low)} 至 ${formatNumber(high)} 人，相差 ${formatPercent(spread)}`,
        limit: `波动不小于 ${formatPercent(parameters.minSpread)}（本机关参考值）`,
      },
    ];
    return spread < parameters.minSpread ? hit([...evidence, ...forcedUseEvidence(facts)]) : clear(evidence);
  },
});
