import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "instant-reply",
  kinds: ["group"],
  title: "要求在群内即时响应、接龙回复",
  problemClass: "forced_use",
  rationale: "要求秒回，等于要求人时刻盯着手机。",
  needs: [TEXTS],
  remedy: "取消即时响应和接龙要求，急事打电话。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["instant_reply"], /即时(响应|回复)|限时回复|接龙/),
});
