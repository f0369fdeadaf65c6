import { FREQUENCY_LABEL, TIMES_PER_YEAR } from "../../asset/vocabulary.ts";
import { timesPerYear } from "../../burden/inputs.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "static-data-often",
  kinds: ["form"],
  title: "数据变动少却频繁填报",
  problemClass: "multi_fill",
  rationale: "数据没有变，每次填的都是上一次的数。",
  needs: [labelOf("form", "frequency"), labelOf("form", "dataChange")],
  remedy: "按数据变动周期填报，没有变化的免报。",
  parameters: { maxTimesPerChange: { label: "数据每变动一次允许填报的次数", unit: "次", default: 2 } },
  assess({ asset }, { parameters }) {
    const { dataChange } = asset.attributes;
    const times = timesPerYear(asset.attributes);
    const changes = dataChange && TIMES_PER_YEAR[dataChange];
    if (times === undefined || !dataChange || changes === undefined) {
      return unknown(
        ...(times === undefined
          ? [labelOf("form", asset.attributes.frequency === undefined ? "frequency" : "timesPerYear")]
          : []),
        ...(changes === undefined ? [labelOf("form", "dataChange")] : []),
      );
    }
    const ratio = times / changes;
    const evidence = [
      {
        label: "每年填报次数与数据变动次数",
        value: `填报 ${times} 次，数据${FREQUENCY_LABEL[dataChange]}变动（约 ${changes} 次）`,
        limit: `每变动一次填报不超过 ${parameters.maxTimesPerChange} 次（本机关参考值）`,
      },
    ];
    return ratio > parameters.maxTimesPerChange
      ? hit(evidence, 0.5 + ratio / (12 * parameters.maxTimesPerChange))
      : clear(evidence);
  },
});
