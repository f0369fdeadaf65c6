import { labelOf } from "../label.ts";
import { defineRule } from "../rule.ts";
import { silenceOutcome } from "../silence.ts";

export default defineRule({
  id: "stale-account",
  kinds: ["account"],
  title: "政务公众账号长期不更新",
  problemClass: "zombie",
  rationale: "检查时间点前两周内没有更新，即为单项否决：开了不管，不如不开。",
  needs: [labelOf("account", "lastPostOn")],
  remedy: "能维护的恢复更新；没有力量维护的公告后注销，内容并入保留的账号。",
  parameters: { maxDays: { label: "最长不更新天数", unit: "天", default: 14 } },
  assess({ asset }, { asOf, parameters }) {
    return silenceOutcome(labelOf("account", "lastPostOn"), asset.attributes.lastPostOn, asOf, parameters.maxDays);
  },
});
