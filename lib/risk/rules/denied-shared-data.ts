import { formatPercent } from "../../format/percent.ts";
import { saysNone } from "../declared.ts";
import { fieldsMissing } from "../fields-missing.ts";
import { FIELDS_OF_FORM, labelOf } from "../label.ts";
import { clear, hit, notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";
import { askedAs, elsewhereAs } from "../shared-field-text.ts";

export default defineRule({
  id: "denied-shared-data",
  kinds: ["form"],
  title: "申报没有可共享的数据，其他报表却在收集同样的字段",
  problemClass: "procedure",
  rationale: "说别处没有，才要基层填；别处明明有，这个理由就不成立。",
  needs: [labelOf("form", "sharedSource"), FIELDS_OF_FORM],
  remedy: "请制表单位对照所列报表核实，改为共享取数。",
  parameters: {
    maxSharedShare: { label: "其他报表也在收集的字段占比上限", unit: "比例（0—1）", default: 0.5 },
    maxSharedFields: { label: "其他报表也在收集的字段个数上限", unit: "个", default: 3 },
  },
  assess(facts, { parameters }) {
    const { asset, portfolio } = facts;
    const label = labelOf("form", "sharedSource");
    const { sharedSource } = asset.attributes;
    if (sharedSource === undefined || !saysNone(sharedSource)) return notApplicable("没有申报“没有可共享的数据”");
    if (portfolio.fieldOverlap === null) return fieldsMissing(facts) ?? notApplicable("表内没有业务数据字段");
    const { asked, shared } = portfolio.fieldOverlap;
    const share = shared.length / asked;
    const evidence = [
      { label, value: sharedSource, source: "台账申报" },
      {
        label: "其他报表也在收集的字段",
        value: `${asked} 项数据中 ${shared.length} 项（${formatPercent(share)}）`,
        limit: `不超过 ${formatPercent(parameters.maxSharedShare)}、${parameters.maxSharedFields} 个（本机关参考值）`,
      },
    ];
    if (share <= parameters.maxSharedShare || shared.length <= parameters.maxSharedFields) return clear(evidence);
    const fieldsElsewhere = [...shared]
      .sort((a, b) => b.count - a.count)
      .slice(0, 5)
      .map((field) => ({ label: askedAs(field), value: elsewhereAs(field) }));
    return hit([...evidence, ...fieldsElsewhere], share);
  },
});
