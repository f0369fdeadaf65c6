import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "late-penalty",
  kinds: ["form"],
  title: "迟报扣分、与年终考核挂钩",
  problemClass: "rank_abuse",
  rationale: "为了不扣分先报一个数再说，报得越快错得越多。",
  needs: [TEXTS],
  remedy: "取消迟报扣分，改以数据质量和共享为要求。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["late_penalty"], DEMAND_WORDS.late_penalty),
});
