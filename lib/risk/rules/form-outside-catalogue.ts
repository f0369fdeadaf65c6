import { stateOutcome } from "../declared-state.ts";
import { labelOf } from "../label.ts";
import { notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "form-outside-catalogue",
  kinds: ["form"],
  title: "报表不在准入目录内",
  problemClass: "procedure",
  rationale: "目录之外的报表没有人审过是否必要、是否重复。",
  needs: [labelOf("form", "inCatalogue"), labelOf("form", "isStatutory")],
  remedy: "停止填报；确有需要的按一事一报补办准入。",
  parameters: {},
  assess({ asset }) {
    if (asset.attributes.isStatutory) return notApplicable("法定报表，另有依据");
    return stateOutcome(labelOf("form", "inCatalogue"), asset.attributes.inCatalogue, false);
  },
});
