import { CHAIN, DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome, withDemands } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

/** Words that ask for haste beside a 接龙. */
const HASTE = /即时|立即|立刻|马上|随时|限时|及时|秒|分钟|小时|内回复|内响应/;

export default defineRule({
  id: "instant-reply",
  kinds: ["group"],
  title: "要求在群内即时响应",
  problemClass: "forced_use",
  rationale: "要求秒回，等于要求人时刻盯着手机。",
  needs: [TEXTS],
  remedy: "取消即时响应要求，急事打电话。",
  parameters: {},
  assess: (facts) =>
    demandOutcome(
      withDemands(facts, ({ quote }) => !CHAIN.test(quote) || HASTE.test(quote)),
      ["instant_reply"],
      DEMAND_WORDS.instant_reply,
    ),
});
