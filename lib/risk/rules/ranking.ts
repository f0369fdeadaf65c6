import { functionOutcome } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";
import { specialScene } from "../special-scene.ts";

export default defineRule({
  id: "ranking",
  kinds: ["app", "account"],
  title: "设置积分排名或以排名通报考核基层",
  problemClass: "rank_abuse",
  rationale: "排名使人盯着名次，催生刷分造假；按月度、季度频繁排名通报本身就是被禁止的做法。",
  needs: [labelOf("app", "functions"), TEXTS],
  remedy: "取消积分排名功能，停止排名通报，已纳入考核细则的一并删去。",
  parameters: {},
  assess(facts) {
    return (
      specialScene(facts) ??
      functionOutcome(facts, ["ranking"], /排名|排行|龙虎榜|红黑榜|积分榜/, {
        words: /积分/,
        missing: "积分是否用于排名、通报或考核",
      })
    );
  },
});
