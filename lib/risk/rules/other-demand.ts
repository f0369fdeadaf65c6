import type { AssetKind, DemandType } from "../../asset/vocabulary.ts";
import { demandEvidence } from "../demanded.ts";
import { hit, notApplicable } from "../outcome.ts";
import { defineRule } from "../rule.ts";

/** Demands that rules of their own judge, by kind; whatever else a text proves is judged here, so that no proof is without effect. */
const JUDGED_ELSEWHERE: Record<AssetKind, readonly DemandType[]> = {
  app: [
    "forced_checkin",
    "ranking",
    "online_time",
    "forced_install",
    "forced_login",
    "usage_assessment",
    "forced_follow_like",
    "photo_trace",
    "duplicate_reporting",
    "paper_and_digital",
  ],
  group: ["forced_checkin", "instant_reply", "task_in_group", "photo_trace", "ranking"],
  account: ["ranking", "usage_assessment", "forced_follow_like"],
  form: ["duplicate_reporting", "photo_trace", "late_penalty", "paper_and_digital", "ranking"],
};

export default defineRule({
  id: "other-demand",
  kinds: ["app", "group", "account", "form"],
  title: "另有文本证明的加重基层负担的要求",
  problemClass: "forced_use",
  rationale: "要求写进了通知，基层就得照办，不论它借哪一种载体。",
  needs: ["已登记的要求"],
  remedy: "对照原文核实，没有依据的撤销该项要求。",
  parameters: {},
  assess(facts) {
    const judged = JUDGED_ELSEWHERE[facts.asset.kind];
    const rest = facts.demands.map(({ type }) => type).filter((type) => !judged.includes(type));
    return rest.length > 0 ? hit(demandEvidence(facts, ...rest)) : notApplicable("没有登记其他要求");
  },
});
