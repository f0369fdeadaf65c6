import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unapproved-group",
  kinds: ["group"],
  title: "建群没有报备",
  problemClass: "procedure",
  rationale: "不报备就建群，数量管不住，解散也没有人负责。",
  needs: [labelOf("group", "isApproved")],
  remedy: "补办报备，写明事由、群主和期限；不符合的解散。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("group", "isApproved"), asset.attributes.isApproved, false),
});
