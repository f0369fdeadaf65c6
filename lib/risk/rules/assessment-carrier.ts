import { functionOutcome } from "../demanded.ts";
import { FUNCTION_SETTINGS, labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

const CARRIER =
  /考核(打分|评分|评价|日常化)|(日常|绩效|线上)考核|(督查|督导|检查)(打分|评分|考核|线上化)|(线上|网上)督(查|导)|考评/;

export default defineRule({
  id: "assessment-carrier",
  kinds: ["app"],
  title: "成为工作考核日常化、督查检查线上化的载体",
  problemClass: "over_trace",
  rationale: "考核、督查搬到手机上，检查就不再有次数，天天都在被考核。",
  needs: [labelOf("app", "functions"), FUNCTION_SETTINGS],
  remedy: "取消应用内的考核打分和线上督查功能，考核、督查按年度计划进行。",
  parameters: {},
  assess: (facts) =>
    functionOutcome(facts, [], CARRIER, { words: /考核|督查|督导|绩效/, missing: "考核、督查功能是否作为考评载体" }),
});
