import { saysNone } from "../declared.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-approval-number",
  kinds: ["form"],
  title: "报表没有批准（备案）文号",
  problemClass: "procedure",
  rationale: "表上没有文号，基层无从判断这张表该不该填。",
  needs: [labelOf("form", "approvalNumber")],
  remedy: "补办审批备案并在表上标明文号；批不下来的停止填报。",
  parameters: {},
  assess({ asset }) {
    const label = labelOf("form", "approvalNumber");
    const { approvalNumber } = asset.attributes;
    // A blank cell is not yet an absence: only a ledger that says "无" declares one.
    if (approvalNumber === undefined || approvalNumber.trim() === "") return unknown(label);
    const evidence = [{ label, value: approvalNumber }];
    return saysNone(approvalNumber) ? hit(evidence) : clear(evidence);
  },
});
