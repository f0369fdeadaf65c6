import { GROUP_FIELDS } from "../../asset/fields/group.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "group-owner-rank",
  kinds: ["group"],
  title: "群主不是中层及以上管理人员",
  problemClass: "procedure",
  rationale: "谁建群谁负责；群主没有职责，群里的要求就没有人管。",
  needs: [labelOf("group", "ownerRank")],
  remedy: "由本单位中层及以上管理人员担任群主并负责管理。",
  parameters: {},
  assess({ asset }) {
    const label = labelOf("group", "ownerRank");
    const { ownerRank } = asset.attributes;
    if (ownerRank === undefined) return unknown(label);
    const evidence = [{ label, value: GROUP_FIELDS.ownerRank.options[ownerRank], limit: "中层及以上" }];
    return ownerRank === "staff" || ownerRank === "contractor" ? hit(evidence) : clear(evidence);
  },
});
