import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-acceptance",
  kinds: ["app"],
  title: "没有上线验收",
  problemClass: "procedure",
  rationale: "功能不全、卡顿闪退的应用上线，受累的是每天要用它的人。",
  needs: [labelOf("app", "hasAcceptance")],
  remedy: "补做功能完整性、性能稳定性、交互便捷性验收。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("app", "hasAcceptance"), asset.attributes.hasAcceptance, false),
});
