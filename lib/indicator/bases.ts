import type { DemandType } from "../asset/vocabulary.ts";
import { INDICATOR_BASES, type IndicatorBasis } from "./vocabulary.ts";

const BASIS_OF: Record<DemandType, IndicatorBasis> = {
  usage_assessment: "app_usage",
  forced_login: "app_usage",
  forced_install: "install",
  online_time: "online_time",
  forced_checkin: "check_in",
  forced_follow_like: "follow",
  photo_trace: "upload",
  ranking: "ranking",
  duplicate_reporting: "reporting",
  late_penalty: "reporting",
  paper_and_digital: "reporting",
  group_overload: "other",
  zombie: "other",
  instant_reply: "other",
  task_in_group: "other",
};

/** What an indicator rests on when its words make these demands, each once, in the order of display. */
export function basesOf(demands: readonly DemandType[]): IndicatorBasis[] {
  const found = new Set(demands.map((demand) => BASIS_OF[demand]));
  // "Other" says nothing beside a basis that is named.
  if (found.size > 1) found.delete("other");
  return INDICATOR_BASES.filter((basis) => found.has(basis));
}
