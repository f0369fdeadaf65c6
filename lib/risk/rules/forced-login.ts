import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "forced-login",
  kinds: ["app"],
  title: "强制要求定期登录",
  problemClass: "forced_use",
  rationale: "要求天天登录，登录数好看了，事情并没有多办一件。",
  needs: [TEXTS],
  remedy: "取消定期登录要求和登录率通报。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["forced_login"], DEMAND_WORDS.forced_login),
});
