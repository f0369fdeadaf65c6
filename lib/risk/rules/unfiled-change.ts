import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unfiled-change",
  kinds: ["app"],
  title: "功能变更后没有变更备案",
  problemClass: "procedure",
  rationale: "备案时没有的功能，后来悄悄加上，备案就成了摆设。",
  needs: [labelOf("app", "filingState"), labelOf("app", "changeUnfiled")],
  remedy: "办理变更备案；不符合要求的新增功能撤下。",
  parameters: {},
  assess({ asset }) {
    const { filingState, changeUnfiled } = asset.attributes;
    if (filingState !== undefined && filingState !== "filed") return notApplicable("尚未备案，先办理备案");
    return stateOutcome(labelOf("app", "changeUnfiled"), changeUnfiled, true);
  },
});
