import { labelOf, UNIT } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "platforms-without-team",
  kinds: ["account"],
  title: "开设多个平台账号而没有队伍维护",
  problemClass: "zombie",
  rationale: "没有人手却处处开号，一条内容复制几遍，哪个也维护不好。",
  needs: [UNIT, labelOf("account", "platform"), labelOf("account", "maintainers")],
  remedy: "保留维护得过来的平台，其余公告后注销。",
  parameters: {
    maxPlatforms: { label: "平台数不超过此数的不判", unit: "个", default: 2 },
    minPerPlatform: { label: "每个平台最少维护人数", unit: "人", default: 1 },
  },
  assess({ unit, portfolio }, { parameters }) {
    if (!unit || !portfolio.accountsOfUnit) return unknown(UNIT);
    const { platforms, maintainers, unstated } = portfolio.accountsOfUnit;
    if (platforms <= parameters.maxPlatforms) {
      return notApplicable(`${unit.name}的账号不超过 ${parameters.maxPlatforms} 个平台`);
    }
    const needed = platforms * parameters.minPerPlatform;
    const evidence = [
      {
        label: `${unit.name}的平台和维护人员`,
        // Who keeps two accounts is counted twice: there may be fewer people, never more.
        value: `${platforms} 个平台，各账号申报的维护人数合计 ${maintainers} 人`,
        limit: `不少于 ${needed} 人（本机关参考值）`,
      },
    ];
    if (maintainers >= needed) return clear(evidence);
    if (unstated > 0) return unknown(`${unit.name}其他账号的“${labelOf("account", "maintainers")}”`);
    return hit(evidence, 0.5 + (needed - maintainers) / (2 * needed));
  },
});
