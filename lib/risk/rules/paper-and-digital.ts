import { stateOutcome } from "../declared-state.ts";
import { demandEvidence } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { hit } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "paper-and-digital",
  kinds: ["app"],
  title: "线上办理的同时保留纸质台账",
  problemClass: "over_trace",
  rationale: "线上线下两套流程，同一件事做两遍。",
  needs: [labelOf("app", "keepsPaper"), TEXTS],
  remedy: "以线上记录为准，取消纸质台账和打印归档要求（法律要求纸质的除外）。",
  parameters: {},
  assess(facts) {
    const demands = demandEvidence(facts, "paper_and_digital");
    return demands.length > 0
      ? hit(demands)
      : stateOutcome(labelOf("app", "keepsPaper"), facts.asset.attributes.keepsPaper, true);
  },
});
