/** The four kinds that one inventory holds. Order is the order of display. */
export const ASSET_KINDS = ["app", "group", "account", "form"] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];
export const ASSET_KIND_LABEL: Record<AssetKind, string> = {
  app: "政务应用程序",
  group: "工作群组",
  account: "政务公众账号",
  form: "报表表单",
};

/** Where an item stands between registration and proof. A decision moves it; verification later ends it. */
export const ASSET_STATES = ["in_use", "fixing", "merging", "closing", "suspended", "merged", "closed"] as const;
export type AssetState = (typeof ASSET_STATES)[number];
export const ASSET_STATE_LABEL: Record<AssetState, string> = {
  in_use: "在用",
  fixing: "整改中",
  merging: "整合中",
  closing: "关停中",
  suspended: "已停用",
  merged: "已整合",
  closed: "已关停",
};
/** States in which an item still burdens somebody and so is judged and counted as running. */
export const RUNNING_STATES = ["in_use", "fixing", "merging", "closing"] as const satisfies readonly AssetState[];
export const isRunning = (state: AssetState): boolean => (RUNNING_STATES as readonly AssetState[]).includes(state);

/** 板块: the four boards of 江北区 "141" 基层智治体系. */
export const BOARDS = ["party", "economy", "livelihood", "safety"] as const;
export type Board = (typeof BOARDS)[number];
export const BOARD_LABEL: Record<Board, string> = {
  party: "党的建设",
  economy: "经济发展",
  livelihood: "民生服务",
  safety: "平安法治",
};

/** 条线: whose line of work an item serves. */
export const WORK_LINES = [
  "discipline",
  "organization",
  "publicity",
  "united_front",
  "politics_law",
  "general_office",
  "development",
  "finance",
  "statistics",
  "market",
  "education",
  "civil_affairs",
  "social_security",
  "health",
  "medical_insurance",
  "veterans",
  "disabled",
  "agriculture",
  "forestry",
  "water",
  "natural_resources",
  "ecology",
  "housing",
  "urban_management",
  "transport",
  "emergency",
  "public_security",
  "justice",
  "culture_tourism",
  "science",
  "commerce",
  "digital",
  "youth_women_union",
  "other",
] as const;
export type WorkLine = (typeof WORK_LINES)[number];
export const WORK_LINE_LABEL: Record<WorkLine, string> = {
  discipline: "纪检监察",
  organization: "组织",
  publicity: "宣传",
  united_front: "统战",
  politics_law: "政法",
  general_office: "综合办公",
  development: "发展改革",
  finance: "财政",
  statistics: "统计",
  market: "市场监管",
  education: "教育",
  civil_affairs: "民政",
  social_security: "人社",
  health: "卫生健康",
  medical_insurance: "医保",
  veterans: "退役军人",
  disabled: "残联",
  agriculture: "农业农村",
  forestry: "林业",
  water: "水利",
  natural_resources: "自然资源",
  ecology: "生态环境",
  housing: "住房城建",
  urban_management: "城市管理",
  transport: "交通运输",
  emergency: "应急管理",
  public_security: "公安",
  justice: "司法行政",
  culture_tourism: "文化旅游",
  science: "科技工信",
  commerce: "商务",
  digital: "数据政务",
  youth_women_union: "工青妇",
  other: "其他",
};

/** What texts are scanned for. */
export const SCANNED_DEMANDS = [
  "forced_checkin",
  "ranking",
  "online_time",
  "forced_install",
  "forced_follow_like",
  "photo_trace",
  "usage_assessment",
  "duplicate_reporting",
  "group_overload",
  "zombie",
  "paper_and_digital",
] as const;
export type ScannedDemand = (typeof SCANNED_DEMANDS)[number];

/** What an item or its notices demand of the grass roots; the first eleven are also what texts are scanned for. */
export const DEMANDS = [...SCANNED_DEMANDS, "forced_login", "instant_reply", "task_in_group", "late_penalty"] as const;
export type DemandType = (typeof DEMANDS)[number];
export const DEMAND_LABEL: Record<DemandType, string> = {
  forced_checkin: "打卡签到",
  ranking: "积分排名通报",
  online_time: "在线或学习时长",
  forced_install: "强制下载激活、限定安装率",
  forced_follow_like: "关注点赞转发投票",
  photo_trace: "拍照截图轨迹留痕",
  usage_assessment: "使用率活跃度纳入考核",
  duplicate_reporting: "重复多头填报",
  group_overload: "群过多过滥",
  zombie: "空壳僵尸",
  paper_and_digital: "线上线下双轨",
  forced_login: "强制定期登录",
  instant_reply: "即时响应、接龙",
  task_in_group: "群内派活、索要材料",
  late_penalty: "迟报扣分",
};

/** How often something is asked for; `TIMES_PER_YEAR` gives the count a year (domain.md 7.3, 250 workdays). */
export const FREQUENCIES = [
  "daily",
  "weekly",
  "ten_days",
  "monthly",
  "quarterly",
  "half_yearly",
  "yearly",
  "once",
  "on_demand",
] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const FREQUENCY_LABEL: Record<Frequency, string> = {
  daily: "每日",
  weekly: "每周",
  ten_days: "每旬",
  monthly: "每月",
  quarterly: "每季度",
  half_yearly: "每半年",
  yearly: "每年",
  once: "一次性",
  on_demand: "不定期",
};
/** Undefined for 不定期: how many times is then unknown, not zero. */
export const TIMES_PER_YEAR: Record<Frequency, number | undefined> = {
  daily: 250,
  weekly: 52,
  ten_days: 36,
  monthly: 12,
  quarterly: 4,
  half_yearly: 2,
  yearly: 1,
  once: 1,
  on_demand: undefined,
};

/** Where an estimate comes from (domain.md 7.3), the most reliable first. */
export const ESTIMATE_SOURCES = ["measured", "log", "interview", "declared", "estimated"] as const;
export type EstimateSource = (typeof ESTIMATE_SOURCES)[number];
export const ESTIMATE_SOURCE_LABEL: Record<EstimateSource, string> = {
  measured: "实测",
  log: "系统日志",
  interview: "访谈",
  declared: "部门自报",
  estimated: "估算",
};
