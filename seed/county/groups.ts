import type { GroupAttributes } from "#lib/asset/fields.ts";
import { daysAgo } from "../date.ts";
import type { DemandSketch, ItemSketch } from "./sketch.ts";

type Topic = NonNullable<GroupAttributes["topic"]>;
export type Matter = readonly [matter: string, topic: Topic];

/** What a county department runs groups about, by its short name; the first ones are the likeliest. */
export const MATTERS: Readonly<Record<string, readonly Matter[]>> = {
  纪委监委: [
    ["党风政风监督", "coordination"],
    ["村级小微权力监督", "grid"],
    ["巡察整改", "project"],
  ],
  委办公室: [
    ["综合调度", "coordination"],
    ["督查事项", "coordination"],
    ["公文收发", "coordination"],
    ["信息报送", "coordination"],
  ],
  委组织部: [
    ["基层党建", "party_building"],
    ["驻村帮扶", "agriculture"],
    ["干部培训", "party_building"],
    ["党员发展", "party_building"],
    ["人才工作", "other"],
  ],
  委宣传部: [
    ["文明实践", "party_building"],
    ["新闻通联", "coordination"],
    ["网络评论", "other"],
    ["移风易俗", "party_building"],
  ],
  委统战部: [
    ["宗教场所安全", "public_safety"],
    ["统战工作联络", "coordination"],
  ],
  委政法委: [
    ["平安建设", "public_safety"],
    ["矛盾纠纷化解", "grid"],
    ["网格管理", "grid"],
    ["铁路护路", "public_safety"],
  ],
  政府办公室: [
    ["政务值班", "coordination"],
    ["会议通知", "coordination"],
    ["政务公开", "gov_service"],
    ["重点工作推进", "project"],
  ],
  发展和改革局: [
    ["重点项目", "project"],
    ["粮食收储", "agriculture"],
    ["节能降耗", "other"],
  ],
  财政局: [
    ["惠农补贴", "agriculture"],
    ["预算执行", "coordination"],
    ["村级财务", "agriculture"],
    ["乡镇财政所", "coordination"],
    ["资产清查", "project"],
  ],
  统计局: [
    ["统计员联络", "coordination"],
    ["人口抽样调查", "project"],
    ["经济普查", "project"],
  ],
  市场监督管理局: [
    ["食品安全包保", "public_safety"],
    ["特种设备", "public_safety"],
    ["市场监管所", "coordination"],
    ["个体工商户年报", "gov_service"],
    ["药品安全", "health_education"],
    ["质量提升", "project"],
  ],
  教育局: [
    ["校园安全", "public_safety"],
    ["控辍保学", "health_education"],
    ["校长联系", "health_education"],
    ["学生资助", "health_education"],
    ["双减工作", "health_education"],
  ],
  民政局: [
    ["社会救助", "gov_service"],
    ["养老服务", "gov_service"],
    ["殡葬改革", "gov_service"],
    ["留守儿童关爱", "health_education"],
    ["村（社区）换届", "party_building"],
  ],
  人力资源和社会保障局: [
    ["社保经办", "gov_service"],
    ["稳岗就业", "gov_service"],
    ["根治欠薪", "public_safety"],
    ["技能培训", "health_education"],
  ],
  卫生健康局: [
    ["家庭医生签约", "health_education"],
    ["卫生院工作", "health_education"],
    ["老年人体检", "health_education"],
    ["爱国卫生", "health_education"],
    ["疫苗接种", "health_education"],
  ],
  医疗保障局: [
    ["参保扩面", "gov_service"],
    ["门诊慢特病", "gov_service"],
    ["基金监管", "other"],
  ],
  退役军人事务局: [
    ["退役军人服务站", "gov_service"],
    ["优抚帮扶", "gov_service"],
  ],
  农业农村局: [
    ["秸秆禁烧", "agriculture"],
    ["人居环境整治", "agriculture"],
    ["防返贫监测", "agriculture"],
    ["高标准农田", "project"],
    ["畜牧防疫", "agriculture"],
    ["农机安全", "public_safety"],
    ["农产品质量", "agriculture"],
  ],
  林业局: [
    ["森林防火", "public_safety"],
    ["林长制", "agriculture"],
    ["护林员", "agriculture"],
  ],
  水利局: [
    ["河长制", "agriculture"],
    ["防汛值守", "public_safety"],
    ["农村饮水", "agriculture"],
    ["水库安全", "public_safety"],
  ],
  自然资源局: [
    ["耕地保护", "agriculture"],
    ["地灾防治", "public_safety"],
    ["不动产登记", "gov_service"],
    ["违建整治", "project"],
  ],
  生态环境分局: [
    ["秸秆禁烧", "agriculture"],
    ["大气攻坚", "project"],
    ["环保督察整改", "project"],
  ],
  住房和城乡建设局: [
    ["自建房排查", "public_safety"],
    ["燃气安全", "public_safety"],
    ["物业管理", "gov_service"],
    ["棚改项目", "project"],
  ],
  城市管理局: [
    ["市容巡查", "grid"],
    ["门前三包", "grid"],
    ["垃圾分类", "grid"],
    ["执法中队", "coordination"],
    ["停车整治", "project"],
  ],
  交通运输局: [
    ["农村公路管护", "agriculture"],
    ["道路运输安全", "public_safety"],
    ["路长制", "grid"],
  ],
  应急管理局: [
    ["安全生产", "public_safety"],
    ["防灾减灾", "public_safety"],
    ["灾害信息员", "public_safety"],
    ["危化品监管", "public_safety"],
  ],
  公安局: [
    ["派出所联络", "public_safety"],
    ["反诈宣传", "public_safety"],
    ["一村一警", "grid"],
    ["交通劝导", "public_safety"],
    ["实有人口", "grid"],
    ["安保备勤", "public_safety"],
  ],
  司法局: [
    ["人民调解", "grid"],
    ["普法宣传", "gov_service"],
    ["社区矫正", "public_safety"],
  ],
  文化和旅游局: [
    ["群众文化活动", "other"],
    ["农家书屋", "other"],
    ["文物安全", "public_safety"],
    ["旅游安全", "public_safety"],
  ],
  科技和工业信息化局: [
    ["企业服务", "project"],
    ["规上企业调度", "project"],
  ],
  商务局: [
    ["消费促进", "project"],
    ["外贸企业", "project"],
    ["加油站安全", "public_safety"],
  ],
  数据局: [
    ["一表通推进", "gov_service"],
    ["政务服务一网通办", "gov_service"],
  ],
  融媒体中心: [
    ["通讯员", "coordination"],
    ["选题策划", "coordination"],
  ],
  疾病预防控制中心: [
    ["传染病报告", "health_education"],
    ["疫苗接种", "health_education"],
  ],
  人民医院: [
    ["医共体", "health_education"],
    ["院感防控", "health_education"],
    ["行政后勤", "coordination"],
  ],
  文化馆: [["文艺队伍", "other"]],
  网格化服务中心: [
    ["网格长", "grid"],
    ["网格管理", "grid"],
    ["事件处置", "grid"],
  ],
  政务服务中心: [
    ["窗口工作", "gov_service"],
    ["帮办代办", "gov_service"],
  ],
  总工会: [
    ["基层工会", "party_building"],
    ["困难职工帮扶", "gov_service"],
  ],
  团委: [
    ["志愿服务", "party_building"],
    ["基层团建", "party_building"],
  ],
  妇联: [
    ["巾帼志愿", "party_building"],
    ["妇女儿童关爱", "gov_service"],
  ],
  残联: [
    ["残疾人专干", "gov_service"],
    ["辅具适配", "gov_service"],
  ],
  科协: [["科普宣传", "health_education"]],
  城乡供水服务公司: [["停水通知", "gov_service"]],
  防汛抗旱指挥部办公室: [["防汛抗旱指挥", "public_safety"]],
};

/** What a town or street hands down; a village is drawn into the first ones. */
export const TOWN_MATTERS: readonly [Matter, ...Matter[]] = [
  ["镇村干部工作", "coordination"],
  ["党建工作", "party_building"],
  ["网格员", "grid"],
  ["安全生产", "public_safety"],
  ["社保医保", "gov_service"],
  ["防汛防火", "public_safety"],
  ["人居环境整治", "agriculture"],
  ["秸秆禁烧", "agriculture"],
  ["信访维稳", "public_safety"],
  ["妇联工作", "party_building"],
  ["民政救助", "gov_service"],
  ["文明实践", "party_building"],
  ["反诈宣传", "public_safety"],
  ["征兵工作", "coordination"],
  ["统计报表", "coordination"],
  ["创卫迎检", "project"],
  ["自建房排查", "public_safety"],
  ["疫苗接种", "health_education"],
  ["退役军人", "gov_service"],
];

export const VILLAGE_MATTERS: readonly [Matter, ...Matter[]] = [
  ["两委工作", "coordination"],
  ["网格长", "grid"],
  ["村民服务", "gov_service"],
  ["党员之家", "party_building"],
  ["楼栋长", "grid"],
];

/** How many groups each town runs itself: the first is far beyond ten, the third is exactly ten. */
export const TOWN_GROUPS = [19, 12, 10, 9, 8, 6] as const;
/** County departments with more groups than their matters, so that one matter has several groups. */
export const EXTRA_GROUPS: Readonly<Record<string, number>> = {
  委宣传部: 3,
  医疗保障局: 2,
  农业农村局: 4,
  市场监督管理局: 2,
  公安局: 2,
  统计局: 2,
  委政法委: 3,
  教育局: 2,
};

/** Demands that groups make, in the style of what is posted in them. */
export const GROUP_DEMANDS: readonly [DemandSketch, ...DemandSketch[]] = [
  { type: "instant_reply", quote: "收到请在十分钟内接龙回复，未回复的点名。", source: "群公告", figure: "10分钟" },
  { type: "photo_trace", quote: "今天下午五点前把入户照片发到群里，每村不少于三张。", source: "群公告", figure: "3张" },
  { type: "task_in_group", quote: "各村把本周台账电子版和盖章扫描件直接发群里，不再另行通知。", source: "群公告" },
  { type: "forced_checkin", quote: "每天早上八点半前在群里打卡，写明今日工作安排。", source: "群公告", figure: "每天" },
  { type: "forced_follow_like", quote: "请大家转发朋友圈并集赞三十个，截图发群。", source: "群公告", figure: "30个" },
  { type: "late_penalty", quote: "逾期未交的村年底考核扣0.5分。", source: "群公告", figure: "扣0.5分" },
  { type: "group_overload", quote: "除本群外，各口再单独建一个工作群，村里都要有人在群。", source: "镇办公室通知" },
];

/** Groups with a story of their own. */
export const STORY_GROUPS: readonly ItemSketch<"group">[] = [
  {
    name: "社区换届专班群",
    unit: "和风街道",
    known: {
      platform: "wechat",
      groupType: "temporary",
      topic: "project",
      matter: "社区换届",
      createdOn: daysAgo(420),
      temporaryUntil: daysAgo(190),
      isApproved: true,
      members: 38,
      lastActiveOn: daysAgo(170),
      includesVillageHeads: true,
    },
  },
  {
    name: "防汛应急临时调度群",
    unit: "应急管理局",
    complete: true,
    known: {
      isRealName: true,
      platform: "gov_dingtalk",
      groupType: "temporary",
      topic: "public_safety",
      matter: "2026年秋汛调度",
      createdOn: daysAgo(60),
      temporaryUntil: daysAgo(-20),
      isApproved: true,
      ownerRank: "leader",
      includesVillageHeads: false,
      members: 46,
      lastActiveOn: daysAgo(1),
      watchMinutesPerDay: 6,
      ordinaryShare: 80,
      estimateSource: "interview",
      sampleSize: 10,
    },
  },
  {
    name: "创卫迎检临时工作群",
    unit: "城市管理局",
    known: {
      platform: "wechat",
      groupType: "temporary",
      topic: "project",
      matter: "创卫迎检",
      createdOn: daysAgo(300),
      temporaryUntil: daysAgo(56),
      lastActiveOn: daysAgo(1),
      members: 112,
    },
    demands: [
      { type: "photo_trace", quote: "每两小时发一次点位照片，要有时间水印。", source: "群公告", figure: "每2小时" },
      {
        type: "instant_reply",
        quote: "群里@到的五分钟内回复，夜间、节假日同样执行。",
        source: "群公告",
        figure: "5分钟",
      },
    ],
  },
  {
    name: "村书记直通群",
    unit: "农业农村局",
    known: {
      dueTime: "每周五17:00",
      platform: "wechat",
      groupType: "work",
      topic: "agriculture",
      matter: "人居环境整治",
      includesVillageHeads: true,
      members: 31,
      ownerRank: "contractor",
      isApproved: false,
    },
    demands: [
      { type: "task_in_group", quote: "请各村书记每周五17:00前把整治清单发群里，未发的周一通报。", source: "群公告" },
    ],
  },
  {
    name: "数据局日常工作群",
    unit: "数据局",
    complete: true,
    known: {
      isRealName: true,
      platform: "gov_dingtalk",
      groupType: "work",
      topic: "coordination",
      matter: "日常工作",
      createdOn: "2023-06-01",
      isApproved: true,
      ownerRank: "middle",
      includesVillageHeads: false,
      members: 14,
      lastActiveOn: daysAgo(0),
      watchMinutesPerDay: 8,
      ordinaryShare: 85,
      estimateSource: "measured",
      sampleSize: 14,
    },
  },
  {
    name: "春晖社区居民便民群",
    unit: "春晖社区",
    complete: true,
    known: {
      platform: "wechat",
      groupType: "service",
      topic: "gov_service",
      matter: "便民服务",
      createdOn: "2021-02-18",
      isApproved: true,
      ownerRank: "leader",
      includesVillageHeads: false,
      members: 86,
      lastActiveOn: daysAgo(0),
      watchMinutesPerDay: 2,
      ordinaryShare: 95,
      estimateSource: "estimated",
      sampleSize: 1,
    },
  },
  {
    name: "老干部支部党员群",
    unit: "委组织部",
    known: {
      platform: "wechat",
      groupType: "party",
      topic: "party_building",
      matter: "支部生活",
      members: 42,
      lastActiveOn: daysAgo(3),
    },
  },
  {
    name: "机关篮球交流群",
    unit: "总工会",
    known: { platform: "qq", groupType: "exchange", topic: "other", matter: undefined, members: 66 },
  },
  {
    name: "扶贫老群",
    unit: null,
    known: { platform: "other", groupType: "work", members: undefined, lastActiveOn: daysAgo(700), matter: undefined },
  },
  {
    name: "经济普查临时群",
    unit: "统计局",
    state: "closed",
    known: {
      platform: "wechat",
      groupType: "temporary",
      topic: "project",
      matter: "经济普查",
      temporaryUntil: daysAgo(330),
      statusText: "任务结束已解散",
    },
  },
  {
    name: "企业复工协调群",
    unit: "科技和工业信息化局",
    state: "suspended",
    known: { platform: "feishu", groupType: "temporary", topic: "project", matter: "企业服务" },
  },
];
