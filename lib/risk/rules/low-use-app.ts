import { formatNumber } from "../../format/number.ts";
import { formatPercent } from "../../format/percent.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { isUsageForced, recentUse } from "../use.ts";

export default defineRule({
  id: "low-use-app",
  kinds: ["app"],
  title: "使用频率低",
  problemClass: "zombie",
  rationale: "很少有人用的应用仍要维护、培训、登录，应限期关停注销。法规没有给出数值，门槛由本机关设定。",
  needs: [labelOf("app", "targetUsers"), "近 3 个月活跃用户数"],
  remedy: "核实是否还有实际需求；没有的限期关停注销，有的并入常用平台。",
  parameters: { minShare: { label: "活跃用户占应使用人数的最低比例", unit: "比例（0—1）", default: 0.1 } },
  assess(facts, { asOf, parameters }) {
    const use = recentUse(facts, asOf);
    if ("missing" in use) return unknown(...use.missing);
    const evidence = [
      {
        label: "活跃用户占应使用人数",
        value: `${formatPercent(use.share)}（${use.months.join("、")} 月均 ${formatNumber(use.activeUsers)} 人 / ${formatNumber(use.targetUsers)} 人）`,
        limit: `不低于 ${formatPercent(parameters.minShare)}（本机关参考值）`,
      },
    ];
    if (use.share < parameters.minShare) return hit(evidence, 1 - use.share / parameters.minShare);
    // Use that is assessed may be faked: a high figure then proves nothing.
    return isUsageForced(facts) ? unknown("不受考核影响的真实使用数据") : clear(evidence);
  },
});
