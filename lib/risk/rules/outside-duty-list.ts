import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "outside-duty-list",
  kinds: ["form"],
  title: "村（社区）工作事务清单以外的填报任务",
  problemClass: "procedure",
  rationale: "清单以外的任务随意下派，村社就成了部门的办事处。",
  needs: [labelOf("form", "inDutyList"), labelOf("form", "grain")],
  remedy: "停止下派；确有需要的按程序报批并给予保障。",
  parameters: {},
  assess({ asset }) {
    if (asset.attributes.grain === "enterprise") return notApplicable("由企业填报，不是村（社区）的任务");
    return stateOutcome(labelOf("form", "inDutyList"), asset.attributes.inDutyList, false);
  },
});
