import type { DemandType } from "../asset/vocabulary.ts";

/** A demand in two or three characters, for a mark inside a text. */
export const DEMAND_SHORT_LABEL: Record<DemandType, string> = {
  forced_checkin: "打卡",
  ranking: "排名",
  online_time: "时长",
  forced_install: "安装",
  forced_follow_like: "关注",
  photo_trace: "留痕",
  usage_assessment: "使用率",
  duplicate_reporting: "重复报",
  group_overload: "群多",
  zombie: "空壳",
  paper_and_digital: "双轨",
  forced_login: "登录",
  instant_reply: "秒回",
  task_in_group: "派活",
  late_penalty: "迟报",
};
