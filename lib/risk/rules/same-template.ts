import { companyNames } from "../company-names.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "same-template",
  kinds: ["form"],
  title: "与其他报表字段完全相同",
  problemClass: "multi_fill",
  rationale: "同一张表由几个部门各发一遍。",
  needs: ["表单字段"],
  remedy: "由一个部门牵头收集，其他部门共享使用。",
  parameters: {},
  assess({ portfolio }) {
    if (portfolio.sameTemplate === null) return unknown("表单字段");
    const { count } = portfolio.sameTemplate;
    const evidence = [
      { label: "字段完全相同的报表", value: `${count} 张${companyNames(portfolio.sameTemplate)}`, limit: "没有" },
    ];
    return count > 0 ? hit(evidence) : clear(evidence);
  },
});
