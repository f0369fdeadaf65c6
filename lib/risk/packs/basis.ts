import type { LegalBasis } from "../pack.ts";

const APP_RULES = "《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）";
const OPINIONS = "《关于防治“指尖上的形式主义”的若干意见》（中央网信委，2023年12月）";
const PROVISIONS = "《整治形式主义为基层减负若干规定》";
const SHARING = "《政务数据共享条例》（国务院令第809号）";
const NEW_MEDIA = "国办发〔2018〕123号（政务新媒体）";
const INDICATORS = "国办秘函〔2019〕19号（政府网站与政务新媒体检查指标）";

const PROBLEM_CLASSES = "陕西等地网信部门重申的问题分类";
const METHOD = "负担审计方法";

/** What packs refer to, once, each with how far it was verified. Texts are the sense of the rule; only [V] was read in the primary text. */
export const BASIS = {
  filing: {
    title: APP_RULES,
    article: "第五条",
    text: "上线前应当备案；禁止以任何形式要求用户下载、安装或使用未经备案的政务应用程序。",
    tag: "V",
  },
  filingTransition: {
    title: APP_RULES,
    text: "办法施行前已上线的应用应在6个月内完成备案，推算至2026年7月25日。",
    tag: "V2",
  },
  countyBelow: {
    title: APP_RULES,
    article: "第二条",
    text: "县以下（不含县级）单位原则上不得开发建设政务应用程序。",
    tag: "V",
  },
  noRepeatedForms: { title: APP_RULES, text: "不得随意或重复要求基层填表报数交材料。", tag: "V" },
  noForcedFunctions: {
    title: APP_RULES,
    text: "除安保、应急等特殊场景规定外，不得设置打卡签到、积分排名、统计在线时长等强制性功能。",
    tag: "V",
  },
  noForcedUse: {
    title: APP_RULES,
    text: "不得强制推广下载使用，不得考核通报用户安装使用率，不得强制要求定期登录。",
    tag: "V",
  },
  noTrace: {
    title: APP_RULES,
    text: "不得异化为工作考核日常化、督查检查线上化的主要载体；不得将点赞量、网络投票数、转发量、学习时长等作为考评依据；非必要不得强制要求下级和基层上传工作照片、视频和轨迹等。",
    tag: "V",
  },
  noCommerce: { title: APP_RULES, text: "不得使用政务应用程序从事经营性活动。", tag: "V" },
  cleanUp: { title: APP_RULES, text: "使用频率低、实用性不强的限期关停注销；功能相近、重复的整合迁移。", tag: "V" },
  projectReview: { title: APP_RULES, text: "新建、改建、购买服务纳入信息化项目审批范围，进行立项审核。", tag: "V2" },
  acceptance: { title: OPINIONS, text: "上线前原则上应对功能完整性、性能稳定性、交互便捷性等进行验收。", tag: "V2" },
  complaint: { title: OPINIONS, text: "主办单位应在应用中提供投诉建议功能。", tag: "V2" },
  filingChange: { title: APP_RULES, text: "变更应办理变更备案；关停注销应先公告，再报告。", tag: "F" },
  unifiedSignIn: { title: OPINIONS, text: "“一站式”平台，统一办事入口、统一身份认证、统一服务事项。", tag: "V2" },
  oneApp: {
    title: PROVISIONS,
    text: "中央和国家机关部门原则上最多运行1个面向基层的政务应用程序，多个的逐步清理整合；地方同步清理（对地方单位参照适用）。",
    tag: "V2",
  },
  showpiece: {
    title: APP_RULES,
    article: "第一条",
    text: "统筹减负和赋能，防治“指尖上的形式主义”和政务服务中的“面子工程”。",
    tag: "V",
  },
  costlyCases: {
    title: "中央层面通报的典型问题",
    text: "有的地方花1200万元建6个系统，有的建成即停用；有的单位花1400多万元建的系统停用。",
    tag: "V2",
  },
  unstable: {
    title: "甘肃高台县网信部门的问题分类（地方做法）",
    text: "连接超时、卡顿、闪退、白屏，列为问题。",
    tag: "V",
  },
  grassrootsReason: {
    title: APP_RULES,
    text: "有面向基层功能的，主办单位备案时应单独说明功能、理由和依据。",
    tag: "F",
  },
  reachesDown: {
    title: PROVISIONS,
    text: "中央和国家机关部门的应用，填表报数交材料功能一般不向下延伸到县级；填表报数原则上通过省级平台报送，推动数据共享（对地方单位参照适用）。",
    tag: "V2",
  },
  usageNorms: {
    title: OPINIONS,
    text: "制定使用规范，明确目标对象、应用场景、使用要求。",
    tag: "V2",
  },
  similarDeclared: {
    title: "政务应用程序备案申请表",
    text: "第8项：本单位正在使用的同类政务应用程序情况。",
    tag: "V2",
  },
  ownWords: {
    title: METHOD,
    text: "申报与通知不一致的，以通知原文为准作为证据，由主办单位说明。",
    tag: "D",
  },
  ownLedger: {
    title: METHOD,
    text: "台账自相矛盾的，先由主办单位核实，不据此下结论。",
    tag: "D",
  },
  fakedCheckins: {
    title: "基层调研材料",
    text: "要求每日到点位定位打卡，出现一人带十几部手机代打卡。",
    tag: "S",
  },
  fakedUse: {
    title: "基层调研材料",
    text: "考核使用率、激活率，出现编造隐患凑数、替老人换卡激活、挂机凑时长。",
    tag: "S",
  },
  oneMatter: {
    title: "基层调研材料",
    text: "一场文化活动要在两个部门的四个系统里各报一遍。",
    tag: "S",
  },
  realUse: { title: METHOD, text: "使用被考核时数据可能失真，登录多而业务少是应付考核的信号。", tag: "D" },
  noDoubleTrack: {
    title: OPINIONS,
    text: "同一事项或数据原则上通过“一站式”综合平台、“一张表”报送，防止多头填报和以留痕代替成效。",
    tag: "V2",
  },
  groupDemands: {
    title: OPINIONS,
    text: "工作群组不得脱离工作实际强制要求打卡接龙、即时响应；不得随意摊派任务、索要材料。",
    tag: "V2",
  },
  groupForced: {
    title: PROBLEM_CLASSES,
    text: "群内强制打卡接龙、即时响应，随意摊派任务、索要材料，列为强制使用类问题。",
    tag: "V",
  },
  roundTheClock: {
    title: "湖北2019年要求（地方做法）",
    text: "不得将微信群、QQ群和应用作为24小时工作媒介。",
    tag: "V2",
  },
  manyGroups: {
    title: "中央层面通报的典型问题（2024年2月3日）",
    text: "湖北松滋洈水镇村干部要装5个应用、进26个群，作为反面典型通报。",
    tag: "V",
  },
  oneGroup: { title: "某市区做法（地方做法）", text: "每个工作机构保留1个工作群。", tag: "S" },
  groupTrace: { title: OPINIONS, text: "不得随意要求通过应用、群组上传不必要的截图或视频。", tag: "V2" },
  groupDuplicates: {
    title: PROBLEM_CLASSES,
    text: "因同一工作重复组建工作群组，列为多头填报类问题；临时群未及时注销，列为空壳僵尸类问题。",
    tag: "V",
  },
  groupTemporary: {
    title: "湖北黄石2022年“回头看”要求（地方做法）",
    text: "临时性、阶段性群及时注销；群主由本单位中层及以上管理者担任；实行实名制。",
    tag: "V",
  },
  groupFiling: { title: "湖北赤壁2021年做法（地方做法）", text: "建群实行审批、报备制度，专人管理。", tag: "V2" },
  groupVillageHeads: {
    title: "长沙岳麓区《网络平台工作群管理规范》（地方做法）",
    text: "不得随意拉社区、村主要负责人入群。",
    tag: "S",
  },
  groupQuota: {
    title: "长沙岳麓区《网络平台工作群管理规范》（地方做法）",
    text: "区直部门20人及以下不超过3个，20人以上100人以下不超过5个，100人及以上不超过10个；街道（镇）不超过10个；社区、村1个。",
    tag: "S",
  },
  zombieGroups: { title: OPINIONS, text: "防止“空壳”“僵尸”，及时清理退出。", tag: "V2" },
  stale: { title: INDICATORS, text: "政务新媒体在监测时间点前2周内无更新，单项否决。", tag: "V" },
  interaction: { title: INDICATORS, text: "未提供有效互动功能，单项否决。", tag: "V" },
  oneAccount: { title: NEW_MEDIA, text: "一个单位原则上在同一个第三方平台只开设一个政务新媒体账号。", tag: "V2" },
  accountCleanUp: { title: NEW_MEDIA, text: "功能相近、关注度和利用率低的清理整合；避免一哄而上。", tag: "V2" },
  accountTeam: {
    title: "鄂州市排查的问题类型（地方做法）",
    text: "开设多个平台账号而没有维护队伍，与僵尸化、空壳化、强制推广一并列为问题。",
    tag: "S",
  },
  boughtFollows: {
    title: INDICATORS,
    text: "购买粉丝、强制要求群众点赞等弄虚作假的，列为单项否决。",
    tag: "M",
  },
  twoMonths: {
    title: "甘肃高台县网信部门的问题分类（地方做法）",
    text: "政务公众账号长期未更新（两个月），列为问题。",
    tag: "V",
  },
  zhejiangOneAccount: {
    title: "浙江2019年要求（地方做法）",
    text: "省直单位原则上只保留1个工作类公众号。",
    tag: "V2",
  },
  zhejiangNoCheckin: {
    title: "浙江2019年要求（地方做法）",
    text: "一律不得要求基层通过QQ、微信、专用应用即时打卡、晒成绩。",
    tag: "V2",
  },
  accountRegister: {
    title: OPINIONS,
    text: "建立健全统筹管理、审核备案、评价反馈、清理退出等机制；公众账号严格控制数量，加强信息更新。",
    tag: "V2",
  },
  accountPressure: {
    title: OPINIONS,
    text: "公众账号推广使用从实际需求出发，不得作强制性要求；不得滥用关注点赞、转发评论，不得将其作为考核评价、评比评选依据。",
    tag: "V2",
  },
  noRanking: {
    title: PROVISIONS,
    text: "不得按月度、季度频繁搞排名通报，不得以通报排名的形式变相进行考核。",
    tag: "V",
  },
  fewForms: {
    title: PROVISIONS,
    text: "不得频繁要求基层填表格报材料；不得把拍照留痕等作为评判工作优劣标准。",
    tag: "V2",
  },
  onceOnly: {
    title: PROVISIONS,
    text: "填表报数原则上通过省级平台报送，推动数据共享，同类材料最多报一次。",
    tag: "V2",
  },
  noDemandsOnGrassroots: {
    title: PROVISIONS,
    text: "不得随意向基层要数据材料；村（社区）工作事务清单外任务不得随意下派。",
    tag: "V",
  },
  sharing: { title: SHARING, text: "通过共享获取政务数据能够满足履职需要的，政府部门不得重复收集。", tag: "V" },
  catalogue: { title: "贵州“一张表”做法（地方做法）", text: "未经批准的报表台账一律停止填报。", tag: "V" },
  formMarks: {
    title: "邮政业统计部门规章（统计调查表的法定标识）",
    text: "调查表应标明表号、制表机关、批准或备案机关、文号、有效期限；未标明或超过有效期的，调查对象有权拒绝填报。",
    tag: "V",
  },
  formMarksBeyondSurveys: {
    title: METHOD,
    text: "统计调查以外的报表，参照统计调查表的标识要求判断；原规定只针对统计调查。",
    tag: "D",
  },
  noOffSystem: {
    title: "重庆“一表通”要求（地方做法）",
    text: "不得通过纸质件、邮件等方式要求基层填表报数。",
    tag: "V",
  },
  frugalSurvey: {
    title: "统计调查的一般要求（部门规章及广东1981年办法）",
    text: "年报够用就不用季报，季报够用就不用月报；已有资料不得重复调查。",
    tag: "V",
  },
  fewFields: {
    title: METHOD,
    text: "逐项问用途：没有用途、已有来源的填报项应当删去。",
    tag: "D",
  },
  collision: { title: "基层调研材料", text: "四五个群同时派活、都要17时前报，列为基层反映突出的负担。", tag: "S" },
} as const satisfies Record<string, LegalBasis>;
