import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-project-approval",
  kinds: ["app"],
  title: "没有立项审核",
  problemClass: "procedure",
  rationale: "立项审核要看是否与已有应用重复、能否嵌入已有平台；不审就建，重复从这里开始。",
  needs: [labelOf("app", "hasProjectApproval")],
  remedy: "补做立项审核，说明与已有应用的关系；通不过的整合或关停。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("app", "hasProjectApproval"), asset.attributes.hasProjectApproval, false),
});
