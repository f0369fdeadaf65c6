import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "no-interaction",
  kinds: ["account"],
  title: "没有提供有效互动功能",
  problemClass: "zombie",
  rationale: "群众留了言没有人回，账号就是摆设；这一项为单项否决。",
  needs: [labelOf("account", "hasInteraction")],
  remedy: "开通留言并有人回复；做不到的注销。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("account", "hasInteraction"), asset.attributes.hasInteraction, false),
});
