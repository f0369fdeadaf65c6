import { timesPerYear } from "../../burden/inputs.ts";
import { labelOf } from "../label.ts";
import { clear, hit, notApplicable, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "excessive-frequency",
  kinds: ["form"],
  title: "填报过于频繁",
  problemClass: "multi_fill",
  rationale: "年报够用就不季报，季报够用就不月报。法规没有给出次数，门槛由本机关设定。",
  needs: [labelOf("form", "frequency"), labelOf("form", "timesPerYear"), labelOf("form", "isStatutory")],
  remedy: "说明频次理由；说不清的降到每月或更低。",
  parameters: { maxTimesPerYear: { label: "每年填报次数上限", unit: "次/年", default: 12 } },
  assess({ asset }, { parameters }) {
    if (asset.attributes.isStatutory) return notApplicable("法定报表，频次另有依据");
    const times = timesPerYear(asset.attributes);
    if (times === undefined)
      return unknown(labelOf("form", asset.attributes.frequency === undefined ? "frequency" : "timesPerYear"));
    const evidence = [
      {
        label: labelOf("form", "timesPerYear"),
        value: `${times} 次`,
        limit: `不超过 ${parameters.maxTimesPerYear} 次（本机关参考值）`,
      },
    ];
    return times > parameters.maxTimesPerYear
      ? hit(evidence, 0.4 + times / (20 * parameters.maxTimesPerYear))
      : clear(evidence);
  },
});
