import { companyNames } from "../company-names.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "village-heads-overloaded",
  kinds: ["group"],
  title: "村（社区）负责人须在的群过多",
  problemClass: "forced_use",
  rationale: "限额管的是一个单位建几个群，压在村社书记身上的是他要在几个群。",
  needs: [labelOf("group", "includesVillageHeads")],
  remedy: "合并或退出，村社工作由街道（乡镇）的一个群统一安排。",
  parameters: { maxGroups: { label: "村（社区）负责人须在的群上限", unit: "个", default: 5 } },
  assess({ asset, unit, portfolio }, { parameters }) {
    const { includesVillageHeads } = asset.attributes;
    if (unit?.type === "community" || unit?.type === "village") return notApplicable("村（社区）自己的群");
    if (includesVillageHeads === undefined) return unknown(labelOf("group", "includesVillageHeads"));
    if (portfolio.villageHeadGroups === null) return notApplicable("没有拉村社负责人入群");
    const groups = portfolio.villageHeadGroups.count + 1;
    const evidence = [
      {
        label: "同一批村社负责人至少须在的群",
        value: `${groups} 个${companyNames(portfolio.villageHeadGroups)}`,
        limit: `不超过 ${parameters.maxGroups} 个（本机关参考值）`,
      },
    ];
    return groups > parameters.maxGroups ? hit(evidence, 0.5 + (groups - parameters.maxGroups) / 20) : clear(evidence);
  },
});
