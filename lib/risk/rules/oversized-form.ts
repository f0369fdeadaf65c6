import { dataLabels } from "../data-labels.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "oversized-form",
  kinds: ["form"],
  title: "表内填报项过多",
  problemClass: "multi_fill",
  rationale: "一张表几十上百项，填的人不知道哪项有用，多半是先要了再说。法规没有给出数值，门槛由本机关设定。",
  needs: ["表单字段"],
  remedy: "逐项说明用途，没有用途、已有来源的删去。",
  parameters: { maxFields: { label: "填报项上限", unit: "项", default: 30 } },
  assess({ fields }, { parameters }) {
    if (fields.length === 0) return unknown("表单字段");
    const count = dataLabels(fields).length;
    const limit = `不超过 ${parameters.maxFields} 项（本机关参考值）`;
    const evidence = [{ label: "填报项", value: `${count} 项`, limit }];
    return count > parameters.maxFields
      ? hit(evidence, 0.5 + (count - parameters.maxFields) / (2 * parameters.maxFields))
      : clear(evidence);
  },
});
