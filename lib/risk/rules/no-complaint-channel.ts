import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-complaint-channel",
  kinds: ["app"],
  title: "没有投诉建议入口",
  problemClass: "procedure",
  rationale: "用的人说不上话，问题就只能忍着。",
  needs: [labelOf("app", "hasComplaintChannel")],
  remedy: "在应用内增设投诉建议入口，明确办理和回访。",
  parameters: {},
  assess: ({ asset }) =>
    stateOutcome(labelOf("app", "hasComplaintChannel"), asset.attributes.hasComplaintChannel, false),
});
