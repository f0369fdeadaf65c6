import { companyNames } from "../company-names.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "deadline-collision",
  kinds: ["form"],
  title: "与多张报表同一时刻截止",
  problemClass: "multi_fill",
  rationale: "几张表同一天下班前要，只能应付。",
  needs: [labelOf("form", "dueTime")],
  remedy: "错开截止时间，或合并为一次报送。",
  parameters: { maxForms: { label: "同一时刻截止的报表上限（含本表）", unit: "张", default: 3 } },
  assess({ asset, portfolio }, { parameters }) {
    const label = labelOf("form", "dueTime");
    if (asset.attributes.dueTime === undefined || portfolio.sameDue === null) return unknown(label);
    const forms = portfolio.sameDue.count + 1;
    const evidence = [
      {
        label,
        value: `${asset.attributes.dueTime}，共 ${forms} 张${companyNames(portfolio.sameDue)}`,
        limit: `不超过 ${parameters.maxForms} 张（本机关参考值）`,
      },
    ];
    return forms > parameters.maxForms ? hit(evidence, 0.4 + (forms - parameters.maxForms) / 10) : clear(evidence);
  },
});
