import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "not-real-name-group",
  kinds: ["group"],
  title: "工作群没有实行实名",
  problemClass: "procedure",
  rationale: "不知道是谁在群里派活，就没有人对要求负责。",
  needs: [labelOf("group", "groupType"), labelOf("group", "isRealName")],
  remedy: "群成员以单位加姓名标明身份，清退无关人员。",
  parameters: {},
  assess({ asset }) {
    const { groupType, isRealName } = asset.attributes;
    if (groupType !== undefined && groupType !== "work" && groupType !== "temporary")
      return notApplicable("不是工作群");
    return stateOutcome(labelOf("group", "isRealName"), isRealName, false);
  },
});
