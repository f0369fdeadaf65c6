import { companyNames } from "../company-names.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "several-groups-one-matter",
  kinds: ["group"],
  title: "同一工作重复建群",
  problemClass: "multi_fill",
  rationale: "一件事建几个群，同样的通知看几遍、回几遍。",
  needs: [labelOf("group", "matter")],
  remedy: "保留一个，其余合并后解散。",
  parameters: { maxGroups: { label: "同一事项的群数上限", unit: "个", default: 1 } },
  assess({ asset, portfolio }, { parameters }) {
    const label = labelOf("group", "matter");
    const { matter } = asset.attributes;
    if (matter === undefined || portfolio.sameMatter === null) return unknown(label);
    const groups = portfolio.sameMatter.count + 1;
    const evidence = [
      {
        label: `“${matter}”的群`,
        value: `${groups} 个${companyNames(portfolio.sameMatter)}`,
        limit: `不超过 ${parameters.maxGroups} 个`,
      },
    ];
    return groups > parameters.maxGroups ? hit(evidence, 0.5 + (groups - parameters.maxGroups) / 6) : clear(evidence);
  },
});
