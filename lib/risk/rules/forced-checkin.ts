import { CHAIN, CHECKIN_ONLY, DEMAND_WORDS } from "../demand-words.ts";
import { functionOutcome, withDemands } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";
import { specialScene } from "../special-scene.ts";

export default defineRule({
  id: "forced-checkin",
  kinds: ["app", "group"],
  title: "设置打卡签到等强制性要求",
  problemClass: "forced_use",
  rationale: "打卡签到把人拴在手机上，证明的是到过，不是办成了事。",
  needs: [labelOf("app", "functions"), labelOf("app", "specialScene"), TEXTS],
  remedy: "取消打卡、签到功能和要求；确属安保、应急场景的，补充依据。",
  parameters: {},
  assess(facts) {
    if (facts.asset.kind === "app") {
      return specialScene(facts) ?? functionOutcome(facts, ["forced_checkin"], DEMAND_WORDS.forced_checkin);
    }
    // In a group words that ask for a 接龙 alone belong to `chain-reply`.
    const checkins = withDemands(facts, ({ quote }) => !CHAIN.test(quote) || CHECKIN_ONLY.test(quote));
    return functionOutcome(checkins, ["forced_checkin"], CHECKIN_ONLY);
  },
});
