import { FORM_RELATION_LABEL } from "../../redundancy/vocabulary.ts";
import { fieldsMissing } from "../fields-missing.ts";
import { FIELDS_OF_FORM } from "../label.ts";
import { clear, hit, notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "same-template",
  kinds: ["form"],
  title: "与其他报表是同一张表或同一模板",
  problemClass: "multi_fill",
  rationale: "同一张表由几个部门各发一遍，或者换个名称再发一遍。",
  needs: [FIELDS_OF_FORM],
  remedy: "由一个部门牵头收集，其他部门共享使用。",
  parameters: {},
  assess(facts) {
    const { sameTemplate } = facts.portfolio;
    if (sameTemplate === null) return fieldsMissing(facts) ?? notApplicable("表内没有业务数据字段");
    const { asked, count, examples } = sameTemplate;
    const evidence = [
      { label: "重复印发或同一模板的报表", value: `${count} 张（本表收集 ${asked} 项数据）`, limit: "没有" },
      ...examples.map(({ name, relation, shared, wordings, asked: theirs }) => ({
        label: `“${name}”`,
        value: `${FORM_RELATION_LABEL[relation]}：${shared} 项数据相同（该表共 ${theirs} 项），除基本信息外 ${wordings} 处问法相同`,
      })),
    ];
    return count > 0 ? hit(evidence) : clear(evidence);
  },
});
