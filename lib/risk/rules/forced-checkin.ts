import { functionOutcome } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";
import { specialScene } from "../special-scene.ts";

export default defineRule({
  id: "forced-checkin",
  kinds: ["app", "group"],
  title: "设置打卡签到或接龙等强制性要求",
  problemClass: "forced_use",
  rationale: "打卡签到把人拴在手机上，证明的是到过，不是办成了事。",
  needs: [labelOf("app", "functions"), labelOf("app", "specialScene"), TEXTS],
  remedy: "取消打卡、签到、接龙功能和要求；确属安保、应急场景的，补充依据。",
  parameters: {},
  assess(facts) {
    return specialScene(facts) ?? functionOutcome(facts, ["forced_checkin"], /打卡|签到|签退|接龙/);
  },
});
