import { declared } from "../declared.ts";
import { demandEvidence, withDemands } from "../demanded.ts";
import { TEXTS } from "../label.ts";
import { clear, hit, notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

const AROUND_THE_CLOCK =
  /24 ?小时|二十四小时|全天候|昼夜|夜间|深夜|节假日|休息日|周末|下班(后|时间)|随时(在线|待命|响应|回复)/;

export default defineRule({
  id: "round-the-clock-group",
  kinds: ["group"],
  title: "把工作群当作 24 小时工作媒介",
  problemClass: "forced_use",
  rationale: "下班后和节假日还要盯群，干部没有了自己的时间。",
  needs: [TEXTS],
  remedy: "取消夜间、节假日在群内响应的要求；确需值守的排班，急事打电话。",
  parameters: {},
  assess(facts) {
    const asked = demandEvidence(facts, "instant_reply", "task_in_group", "forced_checkin");
    const proven = demandEvidence(
      withDemands(facts, ({ quote }) => AROUND_THE_CLOCK.test(quote)),
      "instant_reply",
      "task_in_group",
      "forced_checkin",
    );
    if (proven.length > 0) return hit(proven);
    const declaration = declared(facts.asset, AROUND_THE_CLOCK);
    if (declaration) return declaration.answer === "yes" ? hit([declaration.evidence]) : clear([declaration.evidence]);
    // Whether anything is demanded at all is what the rules on replies, tasks and check-in ask.
    return asked.length > 0 ? clear(asked) : notApplicable("没有登记群内响应、派活、打卡的要求，由相应规则判断");
  },
});
