import { declared } from "../declared.ts";
import { demandEvidence, demandOutcome, functionSettings, withDemands } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { hit, notApplicable } from "../outcome.ts";
import { saysBulletin } from "../rank-words.ts";
import { defineRule } from "../rule.ts";

const WORDS = /排名|排行|名次/;
const BULLETIN = /(排名|排行|名次).*(通报|公布)|通报.*(排名|排行|名次)/;

export default defineRule({
  id: "rank-bulletin",
  kinds: ["app", "group", "account", "form"],
  title: "以排名通报考核基层",
  problemClass: "rank_abuse",
  rationale: "按月、按季排名通报本身就是被禁止的做法：名次不是成绩，后几名只会想办法把数字做上去。",
  needs: [TEXTS],
  remedy: "停止排名通报，删去考核细则中的名次要求，不因名次约谈、检讨。",
  parameters: {},
  assess(facts) {
    // An app can rank by a function too: words that speak of points alone are judged by `ranking`.
    if (facts.asset.kind === "app") {
      const bulletins = withDemands(facts, ({ quote }) => saysBulletin(quote));
      const found = functionSettings(facts.asset.attributes).present.filter((name) => BULLETIN.test(name));
      const outcome = demandOutcome(bulletins, ["ranking"], BULLETIN);
      // A list of functions can prove a bulletin, but not that nobody sends one round.
      return outcome.is === "hit" || found.length === 0
        ? outcome
        : hit([{ label: labelOf("app", "functions"), value: found.join("、"), source: "台账申报" }]);
    }
    if (facts.asset.kind === "account") return demandOutcome(facts, ["ranking"], WORDS);
    // Of groups and forms it is not asked unless something says so.
    const asked = demandEvidence(facts, "ranking").length > 0 || declared(facts.asset, WORDS) !== undefined;
    return asked ? demandOutcome(facts, ["ranking"], WORDS) : notApplicable("没有文本或申报说到排名通报");
  },
});
