import { saysNone } from "../declared.ts";
import { labelOf } from "../label.ts";
import { clear, hit, unknown } from "../outcome.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "shareable-data",
  kinds: ["form"],
  title: "其他部门已有的数据仍要基层填报",
  problemClass: "multi_fill",
  rationale: "部门之间能共享的，不应再由基层手工报一遍。",
  needs: [labelOf("form", "sharedSource")],
  remedy: "向数源部门申请共享，停止向基层收集。",
  parameters: {},
  assess({ asset }) {
    const label = labelOf("form", "sharedSource");
    const { sharedSource } = asset.attributes;
    if (sharedSource === undefined || sharedSource.trim() === "") return unknown(label);
    const evidence = [{ label, value: sharedSource }];
    return saysNone(sharedSource) ? clear(evidence) : hit(evidence);
  },
});
