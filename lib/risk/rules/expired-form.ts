import { daysBetween } from "../day.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "expired-form",
  kinds: ["form"],
  title: "报表超过有效期仍在要求填报",
  problemClass: "procedure",
  rationale: "过了有效期的表仍在填，说明没有人再问它还有没有用。",
  needs: [labelOf("form", "validUntil")],
  remedy: "停止填报，或重新审批确定新的有效期。",
  parameters: {},
  assess({ asset }, { asOf }) {
    const label = labelOf("form", "validUntil");
    const { validUntil } = asset.attributes;
    if (validUntil === undefined) return unknown(label);
    const overdue = daysBetween(validUntil, asOf);
    const evidence = [
      { label, value: overdue > 0 ? `${validUntil}，已过 ${overdue} 天` : validUntil, limit: `不早于 ${asOf}` },
    ];
    return overdue > 0 ? hit(evidence, 0.6 + overdue / 365) : clear(evidence);
  },
});
