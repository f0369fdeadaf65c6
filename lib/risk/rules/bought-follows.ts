import { declared } from "../declared.ts";
import { demandEvidence, withDemands } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

const BOUGHT = /(购买|买|刷)(粉丝?|关注|点赞|赞|阅读|流量|量)|水军/;

export default defineRule({
  id: "bought-follows",
  kinds: ["account"],
  title: "购买、刷取关注和阅读量",
  problemClass: "rank_abuse",
  rationale: "买来的关注没有一个读者，只为榜单上好看。",
  needs: [TEXTS],
  remedy: "停止购买，核查经费来源，删去以关注量、阅读量为依据的考评内容。",
  parameters: {},
  assess(facts) {
    const bought = withDemands(facts, ({ quote }) => BOUGHT.test(quote));
    const proven = demandEvidence(bought, "forced_follow_like", "usage_assessment", "ranking");
    if (proven.length > 0) return hit(proven);
    const declaration = declared(facts.asset, BOUGHT);
    if (!declaration) return unknown(TEXTS);
    return declaration.answer === "yes" ? hit([declaration.evidence]) : clear([declaration.evidence]);
  },
});
