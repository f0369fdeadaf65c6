import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unregistered-account",
  kinds: ["account"],
  title: "账号没有登记报备",
  problemClass: "procedure",
  rationale: "没有登记的账号不在管理之内，停更、错误表述都没有人发现。",
  needs: [labelOf("account", "isFiled")],
  remedy: "补办登记报备；不需要的注销。",
  parameters: {},
  assess: ({ asset }) => stateOutcome(labelOf("account", "isFiled"), asset.attributes.isFiled, false),
});
