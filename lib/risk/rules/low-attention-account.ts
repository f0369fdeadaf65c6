import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "low-attention-account",
  kinds: ["account"],
  title: "账号关注度低",
  problemClass: "zombie",
  rationale: "关注度和利用率低的账号应清理整合。法规没有给出数值，门槛由本机关设定；不得为过线去拉关注。",
  needs: [labelOf("account", "followers")],
  remedy: "评估是否还有必要，内容并入主账号。",
  parameters: { minFollowers: { label: "最低关注数", unit: "人", default: 100 } },
  assess({ asset }, { parameters }) {
    const label = labelOf("account", "followers");
    const { followers } = asset.attributes;
    if (followers === undefined) return unknown(label);
    const evidence = [
      { label, value: `${followers} 人`, limit: `不低于 ${parameters.minFollowers} 人（本机关参考值）` },
    ];
    return followers < parameters.minFollowers
      ? hit(evidence, 1 - followers / parameters.minFollowers)
      : clear(evidence);
  },
});
