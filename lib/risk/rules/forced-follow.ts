import { DEMAND_WORDS } from "../demand-words.ts";
import { demandOutcome } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "forced-follow",
  kinds: ["app", "account"],
  title: "强制关注、点赞、转发、投票或以此考评",
  problemClass: "rank_abuse",
  rationale: "摊派来的关注和点赞是假的热度，干部每天点一遍只为“后台数据好看”。",
  needs: [TEXTS],
  remedy: "停止摊派，删去以关注、点赞、转发、投票为依据的考评内容。",
  parameters: {},
  assess: (facts) => demandOutcome(facts, ["forced_follow_like"], DEMAND_WORDS.forced_follow_like),
});
