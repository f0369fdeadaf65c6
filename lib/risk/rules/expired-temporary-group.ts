import { daysBetween } from "../day.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "expired-temporary-group",
  kinds: ["group"],
  title: "临时群到期没有解散",
  problemClass: "zombie",
  rationale: "专项工作结束了，群还在，消息和要求就还会来。",
  needs: [labelOf("group", "groupType"), labelOf("group", "temporaryUntil")],
  remedy: "解散到期的临时群；确需延续的重新报备并写明期限。",
  parameters: { graceDays: { label: "到期后宽限", unit: "天", default: 0 } },
  assess({ asset }, { asOf, parameters }) {
    const { groupType, temporaryUntil } = asset.attributes;
    if (groupType !== undefined && groupType !== "temporary") return notApplicable("不是临时群");
    if (temporaryUntil === undefined)
      return unknown(labelOf("group", groupType === undefined ? "groupType" : "temporaryUntil"));
    const overdue = daysBetween(temporaryUntil, asOf) - parameters.graceDays;
    const evidence = [
      {
        label: labelOf("group", "temporaryUntil"),
        value: overdue > 0 ? `${temporaryUntil}，已过 ${overdue} 天` : temporaryUntil,
        limit: `不早于 ${asOf}`,
      },
    ];
    return overdue > 0 ? hit(evidence, 0.6 + overdue / 365) : clear(evidence);
  },
});
