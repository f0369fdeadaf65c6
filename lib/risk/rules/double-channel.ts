import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { demandEvidence } from "../demanded.ts";
import { labelOf, TEXTS } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "double-channel",
  kinds: ["form"],
  title: "线上填报又要交纸质",
  problemClass: "over_trace",
  rationale: "网上报了还要打印签字送一份，同一件事做两遍。",
  needs: [labelOf("form", "channels"), TEXTS],
  remedy: "以线上报送为准，取消纸质件（法律要求纸质的除外）。",
  parameters: {},
  assess(facts) {
    const label = labelOf("form", "channels");
    const { channels } = facts.asset.attributes;
    const demands = demandEvidence(facts, "paper_and_digital");
    if (demands.length > 0) return hit(demands);
    if (!channels?.length) return unknown(label);
    const evidence = [
      {
        label,
        value: channels.map((channel) => FORM_FIELDS.channels.options[channel]).join("、"),
        limit: "线上、纸质只取其一",
      },
    ];
    return channels.includes("paper") && channels.length > 1 ? hit(evidence) : clear(evidence);
  },
});
