import { formatLarge, formatNumber } from "../../format/number.ts";
import { formatPercent } from "../../format/percent.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { recentUse } from "../use.ts";

export default defineRule({
  id: "costly-unused-app",
  kinds: ["app"],
  title: "花大钱建成却少有人用",
  problemClass: "zombie",
  rationale: "建成即停用、建成少人用，是政务服务中的“面子工程”；已经花了钱，不是继续维护的理由。",
  needs: [labelOf("app", "buildCost"), labelOf("app", "targetUsers"), "近 3 个月活跃用户数"],
  remedy: "停止追加投入，查清立项理由；可用的功能和数据并入常用平台后关停。",
  parameters: {
    maxUnjudgedCost: { label: "建设费用不超过此数的不判", unit: "元", default: 500_000 },
    minShare: { label: "活跃用户占应使用人数的最低比例", unit: "比例（0—1）", default: 0.1 },
  },
  assess(facts, { asOf, parameters }) {
    const { buildCost } = facts.asset.attributes;
    const costLabel = labelOf("app", "buildCost");
    const limit = `不超过 ${formatLarge(parameters.maxUnjudgedCost)}元的不判（本机关参考值）`;
    const cost = buildCost === undefined ? [] : [{ label: costLabel, value: `${formatLarge(buildCost)}元`, limit }];
    if (buildCost !== undefined && buildCost <= parameters.maxUnjudgedCost) return clear(cost);
    const use = recentUse(facts, asOf);
    if ("missing" in use) return unknown(...(buildCost === undefined ? [costLabel] : []), ...use.missing);
    const evidence = [
      ...cost,
      {
        label: "活跃用户占应使用人数",
        value: `${formatPercent(use.share)}（月均 ${formatNumber(use.activeUsers)} 人 / ${formatNumber(use.targetUsers)} 人）`,
        limit: `不低于 ${formatPercent(parameters.minShare)}（本机关参考值）`,
      },
    ];
    if (use.share >= parameters.minShare) return clear(evidence);
    return buildCost === undefined ? unknown(costLabel) : hit(evidence, 1 - use.share / parameters.minShare / 2);
  },
});
