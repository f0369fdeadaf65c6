import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-usage-norms",
  kinds: ["app"],
  title: "没有使用规范",
  problemClass: "procedure",
  rationale: "谁用、什么场合用、怎么用没有写明，下面就只能层层加码。",
  needs: [labelOf("app", "hasUsageNorms")],
  remedy: "制定使用规范，写明目标对象、应用场景和使用要求，不得加码。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("app", "hasUsageNorms"), asset.attributes.hasUsageNorms, false),
});
