import { CHAIN } from "../demand-words.ts";
import { demandOutcome, withDemands } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "chain-reply",
  kinds: ["group"],
  title: "要求在群内接龙",
  problemClass: "forced_use",
  rationale: "接龙只证明看过消息，一人一条把真正的通知顶得不见踪影。",
  needs: [TEXTS],
  remedy: "取消接龙要求，需要确认的改用平台自带的已读回执。",
  parameters: {},
  assess: (facts) =>
    demandOutcome(
      withDemands(facts, ({ quote }) => CHAIN.test(quote)),
      ["forced_checkin", "instant_reply"],
      CHAIN,
    ),
});
