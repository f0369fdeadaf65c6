import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "village-heads-pulled",
  kinds: ["group"],
  title: "把村（社区）主要负责人拉入部门工作群",
  problemClass: "forced_use",
  rationale: "各部门都拉村社书记进群，书记一人就要盯几十个群。",
  needs: [labelOf("group", "includesVillageHeads")],
  remedy: "请村社主要负责人退群，工作通过街道（乡镇）统一安排。",
  parameters: {},
  assess({ asset, unit }) {
    if (unit?.type === "community" || unit?.type === "village") return notApplicable("村（社区）自己的群");
    return stateOutcome(labelOf("group", "includesVillageHeads"), asset.attributes.includesVillageHeads, true);
  },
});
