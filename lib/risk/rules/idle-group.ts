import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";
import { silenceOutcome } from "../silence.ts";

export default defineRule({
  id: "idle-group",
  kinds: ["group"],
  title: "工作群长期无人使用",
  problemClass: "zombie",
  rationale: "没有人说话的群应当解散。法规没有给出天数，门槛由本机关设定。",
  needs: [labelOf("group", "lastActiveOn")],
  remedy: "确认不再需要后解散。",
  parameters: { maxIdleDays: { label: "最长无发言天数", unit: "天", default: 90 } },
  assess({ asset }, { asOf, parameters }) {
    return silenceOutcome(
      labelOf("group", "lastActiveOn"),
      asset.attributes.lastActiveOn,
      asOf,
      parameters.maxIdleDays,
    );
  },
});
