import { formatNumber } from "../../format/number.ts";
import { monthBefore } from "../day.ts";
import { demandEvidence } from "../demanded.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { isUsageForced } from "../use.ts";

export default defineRule({
  id: "hollow-usage",
  kinds: ["app"],
  title: "登录多、办事少，使用数据疑似应付考核",
  problemClass: "rank_abuse",
  rationale: "考核使用率的应用，登录量高而业务量极少，多半是为了数据而登录。",
  needs: ["近 3 个月登录次数", "近 3 个月业务办理量"],
  remedy: "抽查登录与业务记录；取消使用考核后再看真实使用情况。",
  parameters: { minRecordsPerLogin: { label: "每次登录对应业务办理量的最低值", unit: "件/次", default: 0.02 } },
  assess(facts, { asOf, parameters }) {
    if (!isUsageForced(facts)) return notApplicable("没有发现对使用的考核要求");
    const from = monthBefore(asOf, 3);
    const recent = facts.usage.filter(({ month }) => month >= from && month < monthBefore(asOf, 0));
    const rows = recent.flatMap(({ logins, businessRecords }) =>
      logins === null || businessRecords === null ? [] : [{ logins, businessRecords }],
    );
    const logins = rows.reduce((sum, row) => sum + row.logins, 0);
    if (logins === 0) return unknown("近 3 个月登录次数", "近 3 个月业务办理量");
    const records = rows.reduce((sum, row) => sum + row.businessRecords, 0);
    const evidence = [
      {
        label: "业务办理量与登录次数",
        value: `${formatNumber(records)} 件 / ${formatNumber(logins)} 次登录`,
        limit: `每次登录不低于 ${parameters.minRecordsPerLogin} 件（本机关参考值）`,
      },
      ...demandEvidence(facts, "usage_assessment", "forced_login"),
    ];
    return records / logins < parameters.minRecordsPerLogin ? hit(evidence) : clear(evidence);
  },
});
