import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-maintainer",
  kinds: ["account"],
  title: "账号没有人维护",
  problemClass: "zombie",
  rationale: "没有队伍而开设多个平台账号，是空壳账号的来源。",
  needs: [labelOf("account", "maintainers")],
  remedy: "落实维护人员；落实不了的注销。",
  parameters: { minMaintainers: { label: "最少维护人数", unit: "人", default: 1 } },
  assess({ asset }, { parameters }) {
    const label = labelOf("account", "maintainers");
    const { maintainers } = asset.attributes;
    if (maintainers === undefined) return unknown(label);
    const evidence = [{ label, value: `${maintainers} 人`, limit: `不少于 ${parameters.minMaintainers} 人` }];
    return maintainers < parameters.minMaintainers ? hit(evidence) : clear(evidence);
  },
});
