import { ASSET_STATE_LABEL } from "../../asset/vocabulary.ts";
import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unclosed-shutdown",
  kinds: ["app", "account"],
  title: "决定关停但没有公告并注销",
  problemClass: "zombie",
  rationale: "只停更不注销，应用和账号还挂在那里，成了新的空壳。",
  needs: [labelOf("app", "closureFiled")],
  remedy: "公告后办结注销，保留注销凭证。",
  parameters: {},
  assess({ asset }) {
    if (asset.state !== "closing") return notApplicable(`当前状态为${ASSET_STATE_LABEL[asset.state]}，不在关停中`);
    return stateOutcome(labelOf("app", "closureFiled"), asset.attributes.closureFiled, false);
  },
});
