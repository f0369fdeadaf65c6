import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "off-system-channel",
  kinds: ["form"],
  title: "绕开系统，用邮箱、微信、QQ 或纸质收数",
  problemClass: "multi_fill",
  rationale: "体外循环的数据不进数据池，下一次还要再报一遍。",
  needs: [labelOf("form", "channels")],
  remedy: "停止系统外收数，统一从一表通或业务系统报送。",
  parameters: {},
  assess({ asset }) {
    const label = labelOf("form", "channels");
    const { channels } = asset.attributes;
    if (!channels?.length) return unknown(label);
    const inSystem = channels.includes("one_table") || channels.includes("system");
    // Paper beside a system is two channels (`double-channel`); paper alone is outside the system.
    const outside = channels.filter(
      (channel) =>
        channel === "email" || channel === "wechat" || channel === "qq" || (channel === "paper" && !inSystem),
    );
    const evidence = [
      {
        label,
        value: channels.map((channel) => FORM_FIELDS.channels.options[channel]).join("、"),
        limit: "一表通或业务系统",
      },
    ];
    return outside.length > 0 ? hit(evidence) : clear(evidence);
  },
});
