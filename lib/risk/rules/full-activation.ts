import { formatNumber } from "../../format/number.ts";
import { formatPercent } from "../../format/percent.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { forcedUseEvidence, isUsageForced, recentUse } from "../use.ts";

export default defineRule({
  id: "full-activation",
  kinds: ["app"],
  title: "几乎人人注册、人人活跃，使用数据疑似应付考核",
  problemClass: "rank_abuse",
  rationale: "凡是自愿使用的应用，总有人不用；考核之下接近百分之百的激活和活跃，多半是摊派或代登出来的。",
  needs: [labelOf("app", "targetUsers"), labelOf("app", "registeredUsers"), "近 3 个月活跃用户数"],
  remedy: "抽查注册和登录记录，查清有没有代注册、代登录；取消考核后再看真实使用情况。",
  parameters: { maxShare: { label: "注册或活跃人数占应使用人数的可信上限", unit: "比例（0—1）", default: 0.98 } },
  assess(facts, { asOf, parameters }) {
    if (!isUsageForced(facts)) return notApplicable("没有发现对使用的考核、推广要求");
    const { registeredUsers, targetUsers } = facts.asset.attributes;
    if (targetUsers === undefined || targetUsers === 0) return unknown(labelOf("app", "targetUsers"));
    const use = recentUse(facts, asOf);
    const known = [
      ...(registeredUsers === undefined ? [] : [{ label: "注册人数占应使用人数", users: registeredUsers }]),
      ...("missing" in use
        ? []
        : [{ label: `${use.months.join("、")} 月均活跃人数占应使用人数`, users: use.activeUsers }]),
    ];
    if (known.length === 0) {
      return unknown(labelOf("app", "registeredUsers"), ...("missing" in use ? use.missing : []));
    }
    const evidence = known.map(({ label, users }) => ({
      label,
      value: `${formatPercent(users / targetUsers)}（${formatNumber(users)} 人 / ${formatNumber(targetUsers)} 人）`,
      limit: `不超过 ${formatPercent(parameters.maxShare)}（本机关参考值）`,
    }));
    return known.some(({ users }) => users / targetUsers > parameters.maxShare)
      ? hit([...evidence, ...forcedUseEvidence(facts)])
      : clear(evidence);
  },
});
