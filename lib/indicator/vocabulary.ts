/** What an assessment indicator (考核指标) rests on that it should not rest on; "other" needs words. */
export const INDICATOR_BASES = [
  "app_usage",
  "install",
  "online_time",
  "check_in",
  "follow",
  "upload",
  "ranking",
  "reporting",
  "other",
] as const;
export type IndicatorBasis = (typeof INDICATOR_BASES)[number];
export const INDICATOR_BASIS_LABEL: Record<IndicatorBasis, string> = {
  app_usage: "使用率、活跃度、登录量",
  install: "下载、安装、激活数",
  online_time: "在线或学习时长",
  check_in: "打卡签到",
  follow: "关注、点赞、转发、投票数",
  upload: "照片、截图、视频、轨迹上传量",
  ranking: "积分、排名",
  reporting: "报送篇数、迟报扣分",
  other: "其他",
};

/** Where an indicator stands: found, its removal asked for, gone from the scheme. */
export const INDICATOR_STATES = ["listed", "removal_requested", "removed", "kept"] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];
export const INDICATOR_STATE_LABEL: Record<IndicatorState, string> = {
  listed: "已登记",
  removal_requested: "已建议取消",
  removed: "已取消",
  kept: "说明后保留",
};
