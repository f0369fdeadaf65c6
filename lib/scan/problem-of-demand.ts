import type { DemandType } from "../asset/vocabulary.ts";
import type { ProblemClass } from "../risk/problem-class.ts";

/** The official class of problem that a demand belongs to, for colour and grouping; the rules judge for themselves. */
export const PROBLEM_OF_DEMAND: Record<DemandType, ProblemClass> = {
  forced_checkin: "forced_use",
  online_time: "forced_use",
  forced_install: "forced_use",
  forced_follow_like: "forced_use",
  forced_login: "forced_use",
  instant_reply: "forced_use",
  photo_trace: "over_trace",
  ranking: "rank_abuse",
  usage_assessment: "rank_abuse",
  late_penalty: "rank_abuse",
  duplicate_reporting: "multi_fill",
  group_overload: "multi_fill",
  task_in_group: "multi_fill",
  paper_and_digital: "multi_fill",
  zombie: "zombie",
};
