import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "commercial-activity",
  kinds: ["app"],
  title: "使用政务应用程序从事经营性活动",
  problemClass: "procedure",
  rationale: "用公共资金和行政推广的应用不得拿来经营。",
  needs: [labelOf("app", "isCommercial")],
  remedy: "立即停止经营性活动，清退相关功能和合作。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("app", "isCommercial"), asset.attributes.isCommercial, true),
});
