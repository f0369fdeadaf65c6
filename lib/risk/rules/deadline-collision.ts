import { companyNames } from "../company-names.ts";
import { demandEvidence } from "../demanded.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "deadline-collision",
  kinds: ["group", "form"],
  title: "与多张报表、多个群的要求同一时刻截止",
  problemClass: "multi_fill",
  rationale: "几张表、几个群同一天下班前要，只能应付。",
  needs: [labelOf("form", "dueTime"), labelOf("group", "dueTime")],
  remedy: "错开截止时间，或合并为一次报送。",
  parameters: { maxForms: { label: "同一时刻截止的要求上限（含本项）", unit: "项", default: 3 } },
  assess(facts, { parameters }) {
    const { asset, portfolio } = facts;
    const label = labelOf(asset.kind, "dueTime");
    if (asset.attributes.dueTime === undefined || portfolio.sameDue === null) {
      if (asset.kind === "form") return unknown(label);
      // Most groups ask for nothing by an hour; one that hands out work may.
      return demandEvidence(facts, "task_in_group", "photo_trace").length > 0
        ? unknown(label)
        : notApplicable("没有登记群内限时报送的要求");
    }
    const due = portfolio.sameDue.count + 1;
    const evidence = [
      {
        label,
        value: `${asset.attributes.dueTime}，共 ${due} 项${companyNames(portfolio.sameDue)}`,
        limit: `不超过 ${parameters.maxForms} 项（本机关参考值）`,
      },
    ];
    return due > parameters.maxForms ? hit(evidence, 0.4 + (due - parameters.maxForms) / 10) : clear(evidence);
  },
});
