import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "usage-assessed",
  kinds: ["app", "account"],
  title: "把使用率、活跃度等纳入考核通报",
  problemClass: "rank_abuse",
  rationale: "考核使用率，就会有人为使用而使用，甚至编造数据；数字越好看，越不能说明有用。",
  needs: [TEXTS],
  remedy: "从考核细则和通报中删去使用率、活跃度、阅读量等指标。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["usage_assessment"], DEMAND_WORDS.usage_assessment),
});
