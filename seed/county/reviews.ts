import type { Decision } from "#lib/review/vocabulary.ts";

/** An item of a review: its name and short unit, what was decided, into what, until when, and why. */
export type DecidedItem = {
  unit: string;
  name: string;
  decision: Decision;
  reason: string;
  target?: { unit: string; name: string };
  deferUntil?: string;
  /** When an inspector confirmed that it was carried out; absent while it is under way. */
  concludedOn?: string;
};

/** The session that was held and closed before the sample county's day; each of the five decisions occurs. */
export const CLOSED_SESSION: {
  title: string;
  heldOn: string;
  items: readonly DecidedItem[];
  pending: readonly { unit: string; name: string }[];
} = {
  title: "2026年第三季度政务应用与报表评审会",
  heldOn: "2026-09-28",
  items: [
    {
      unit: "人力资源和社会保障局",
      name: "社保待遇资格认证",
      decision: "keep",
      reason: "群众在家就能办，使用真实，没有强制要求，保留。",
    },
    {
      unit: "网格化服务中心",
      name: "智慧网格",
      decision: "fix",
      reason: "网格事件确需有系统承接，但定位打卡和积分排名必须取消，整改后再评。",
    },
    {
      unit: "委政法委",
      name: "平安乡村通",
      decision: "merge",
      reason: "走访、事件、巡查与智慧网格相同，网格员同一件事录两遍，并入后停用。",
      target: { unit: "网格化服务中心", name: "智慧网格" },
      concludedOn: "2026-11-06",
    },
    {
      unit: "卫生健康局",
      name: "村医助手",
      decision: "merge",
      reason: "与家医随访功能重复，村医只留一个应用。",
      target: { unit: "卫生健康局", name: "家医随访" },
    },
    {
      unit: "春晖社区",
      name: "春晖邻里",
      decision: "shutdown",
      reason: "社区自建，半年无人使用，通知公告由居民便民群承担。",
      concludedOn: "2026-10-15",
    },
    {
      unit: "橘园镇",
      name: "橘园镇微讯",
      decision: "shutdown",
      reason: "十个月没有更新，镇里没有人维护，信息改由“示范发布”统一发布。",
      concludedOn: "2026-10-12",
    },
    {
      unit: "农业农村局",
      name: "防返贫监测",
      decision: "defer",
      reason: "省级平台正在调整接口，待接口确定后再定保留还是并入。",
      deferUntil: "2027-03-31",
    },
    {
      unit: "农业农村局",
      name: "农户基本信息采集表",
      decision: "merge",
      reason: "所填内容居民综合信息底册都有，并入后村里不再另填。",
      target: { unit: "数据局", name: "居民综合信息底册" },
    },
    {
      unit: "委办公室",
      name: "督查事项办理情况日报",
      decision: "fix",
      reason: "日报改为按事项节点报送，取消邮箱和纸质两个渠道。",
    },
  ],
  pending: [{ unit: "委组织部", name: "党员干部之家" }],
};

/** The agenda that is being prepared; nothing is decided yet. */
export const DRAFT_SESSION: { title: string; heldOn: string; agenda: readonly { unit: string; name: string }[] } = {
  title: "2026年第四季度指尖负担评审会",
  heldOn: "2026-11-27",
  agenda: [
    { unit: "委组织部", name: "红色先锋课堂" },
    { unit: "公安局", name: "反诈宣传通" },
    { unit: "农业农村局", name: "人居环境随手拍" },
    { unit: "稻香镇", name: "稻香一点通" },
    { unit: "委宣传部", name: "文明实践云" },
    { unit: "委宣传部", name: "宣传阵地管理平台" },
    { unit: "文化和旅游局", name: "文化活动备案系统" },
    { unit: "委宣传部", name: "文明示范" },
    { unit: "麦浪镇", name: "麦浪镇政务微博" },
    { unit: "城市管理局", name: "创卫迎检临时工作群" },
    { unit: "农业农村局", name: "村书记直通群" },
    { unit: "和风街道", name: "社区每日工作日报" },
    { unit: "委政法委", name: "网格员走访日志" },
  ],
};
