import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "duplicate-reporting",
  kinds: ["app", "form"],
  title: "随意或重复要求基层填表报数交材料",
  problemClass: "multi_fill",
  rationale: "同一件事向几个部门、几个系统各报一遍，基层成了数据搬运工。",
  needs: [TEXTS],
  remedy: "取消重复报送，改由已有数据的部门共享，确需报送的并入一张表。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["duplicate_reporting"], DEMAND_WORDS.duplicate_reporting),
});
