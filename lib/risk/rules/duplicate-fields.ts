import { formatPercent } from "../../format/percent.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "duplicate-fields",
  kinds: ["form"],
  title: "所填字段其他报表已在收集",
  problemClass: "multi_fill",
  rationale: "同样的数据向同样的人要几遍；通过共享能够满足的，不得重复收集。",
  needs: ["表单字段"],
  remedy: "重复字段改为共享取数或自动带出，只填新增部分。",
  parameters: {
    minShare: { label: "重复字段占比", unit: "比例（0—1）", default: 0.5 },
    minFields: { label: "重复字段的最少个数", unit: "个", default: 3 },
  },
  assess({ fields, portfolio }, { parameters }) {
    if (!portfolio.fieldOverlap)
      return fields.length === 0 ? unknown("表单字段") : notApplicable("表内没有业务数据字段");
    const { asked, shared } = portfolio.fieldOverlap;
    const share = shared.length / asked;
    const evidence = [
      {
        label: "重复字段",
        value: `${asked} 个字段中 ${shared.length} 个（${formatPercent(share)}）其他报表也在收集`,
        limit: `低于 ${formatPercent(parameters.minShare)}（本机关参考值）`,
      },
      ...[...shared]
        .sort((a, b) => b.count - a.count)
        .slice(0, 8)
        .map(({ label, count, examples }) => ({
          label: `“${label}”`,
          value: `另有 ${count} 张报表收集，如${examples.map(({ name }) => `“${name}”`).join("、")}`,
        })),
    ];
    return share >= parameters.minShare && shared.length >= parameters.minFields
      ? hit(evidence, share)
      : clear(evidence.slice(0, 1));
  },
});
