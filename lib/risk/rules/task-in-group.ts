import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "task-in-group",
  kinds: ["group"],
  title: "在群内随意摊派任务、索要材料",
  problemClass: "forced_use",
  rationale: "一句话派活，没有来由、没有登记，基层无从拒绝也无从统筹。",
  needs: [TEXTS],
  remedy: "任务按程序下达，群内不派活、不要材料。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["task_in_group"], DEMAND_WORDS.task_in_group),
});
