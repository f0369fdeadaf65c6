import { formatPercent } from "../../format/percent.ts";
import type { SharedField } from "../facts.ts";
import { fieldsMissing } from "../fields-missing.ts";
import { FIELDS_OF_FORM } from "../label.ts";
import { clear, hit, notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { askedAs, elsewhereAs } from "../shared-field-text.ts";

const NAMED = 8;

export default defineRule({
  id: "duplicate-fields",
  kinds: ["form"],
  title: "所填字段其他报表已在收集",
  problemClass: "multi_fill",
  rationale: "同样的数据向同样的人要几遍；通过共享能够满足的，不得重复收集。",
  needs: [FIELDS_OF_FORM],
  remedy: "重复字段改为共享取数或自动带出，只填新增部分。",
  parameters: {
    minShare: { label: "重复字段占比", unit: "比例（0—1）", default: 0.5 },
    minFields: { label: "重复字段的最少个数", unit: "个", default: 3 },
    minOwn: { label: "重复字段中，除各表都有的基本信息外的最少个数", unit: "个", default: 1 },
  },
  assess(facts, { parameters }) {
    const { fieldOverlap } = facts.portfolio;
    if (fieldOverlap === null) return fieldsMissing(facts) ?? notApplicable("表内没有业务数据字段");
    const { asked, shared } = fieldOverlap;
    const share = shared.length / asked;
    const own = shared.filter(({ isHeader }) => !isHeader);
    const basics = shared.length - own.length;
    const evidence = [
      {
        label: "重复字段",
        value: `${asked} 项数据中 ${shared.length} 项（${formatPercent(share)}）其他报表也在收集${basics === 0 ? "" : `，其中 ${basics} 项是各表都有的基本信息`}`,
        limit: `低于 ${formatPercent(parameters.minShare)}（本机关参考值）`,
      },
      ...mostAsked(own, NAMED),
      ...mostAsked(
        shared.filter(({ isHeader }) => isHeader),
        NAMED - Math.min(own.length, NAMED),
      ),
    ];
    return share >= parameters.minShare && shared.length >= parameters.minFields && own.length >= parameters.minOwn
      ? hit(evidence, share)
      : clear(evidence.slice(0, 1));
  },
});

function mostAsked(shared: readonly SharedField[], limit: number) {
  return [...shared]
    .sort((a, b) => b.count - a.count)
    .slice(0, limit)
    .map((field) => ({
      label: askedAs(field),
      value: `另有 ${field.count} 张报表收集，如${elsewhereAs(field)}`,
    }));
}
