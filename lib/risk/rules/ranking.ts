import { DEMAND_WORDS } from "../demand-words.ts";
import { functionOutcome, withDemands } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { saysPoints } from "../rank-words.ts";
import { defineRule } from "../rule.ts";
import { specialScene } from "../special-scene.ts";

export default defineRule({
  id: "ranking",
  kinds: ["app", "account"],
  title: "设置积分排名",
  problemClass: "rank_abuse",
  rationale: "积分和名次使人盯着分数，催生刷分造假。",
  needs: [labelOf("app", "functions"), TEXTS],
  remedy: "取消积分排名功能，已有的积分、名次不作任何评价依据。",
  parameters: {},
  assess(facts) {
    // Words that only make a ranking known belong to `rank-bulletin`.
    const points = withDemands(facts, ({ quote }) => saysPoints(quote));
    return (
      specialScene(facts) ??
      functionOutcome(points, ["ranking"], DEMAND_WORDS.ranking, {
        words: /积分/,
        missing: "积分是否用于排名、通报或考核",
      })
    );
  },
});
