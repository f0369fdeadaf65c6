import type { ScannedDemand } from "#lib/asset/vocabulary.ts";
import type { IndicatorState } from "#lib/indicator/vocabulary.ts";
import type { TextKind } from "#lib/scan/vocabulary.ts";

/** What was said of the place in a text whose sentence has these words; `demand`: what the person took it for. */
export type SampleHit = { words: string; demand: ScannedDemand } & (
  | {
      /** Confirmed onto the item, which has the demand already. */
      item: { unit: string; name: string };
      /** Registered as an indicator too, and how far that is. */
      indicator?: {
        name: string;
        weight: string | null;
        moved?: { state: IndicatorState; stateNote: string; removedOn?: string };
      };
    }
  | { rejected: string }
);

/** A text of the sample county; hits that are not named are still open. */
export type SampleText = {
  kind: TextKind;
  title: string;
  source: string;
  issuedOn: string | null;
  /** Short name of the unit that issued it; null is unknown. */
  unit: string | null;
  words: string;
  hits: readonly SampleHit[];
};

/** The day on which an inspector worked through the first of them. */
export const TEXTS_READ_ON = "2026-10-12";

const GRID = { unit: "网格化服务中心", name: "智慧网格" };
const LESSONS = { unit: "委组织部", name: "红色先锋课堂" };
const ACCOUNT = { unit: "委宣传部", name: "文明示范" };

/** Documents of a county that does not exist; their sentences about an item are those that its demands quote. */
export const SAMPLE_TEXTS: readonly SampleText[] = [
  {
    kind: "notice",
    title: "关于印发《网格员日常管理办法（试行）》的通知",
    source: "示网格〔2026〕6号",
    issuedOn: "2026-03-18",
    unit: "网格化服务中心",
    words: `关于印发《网格员日常管理办法（试行）》的通知
各镇、街道网格化服务站：
为加强网格员队伍管理，现将《网格员日常管理办法（试行）》印发给你们，请结合实际抓好落实。
一、日常到岗
网格员每天上午九点前在智慧网格定位打卡，漏打一次按缺勤处理。
因公外出的，由站长在系统中登记事由。
二、入户走访
每次走访上传现场照片并开启轨迹，无轨迹的走访不予认定。
走访中发现的矛盾纠纷，能当场化解的当场化解，不能化解的及时上报。
三、结果运用
每月按走访积分对镇（街道）排名，后两名在全县会议上作表态发言。
智慧网格使用率须达到90%以上，纳入镇（街道）平安建设考核。
四、其他
本办法不得作为村（社区）另行开发应用程序、重复填报表格的依据。
示范县网格化服务中心
2026年3月18日`,
    hits: [
      { words: "定位打卡", demand: "forced_checkin", item: GRID },
      { words: "开启轨迹", demand: "photo_trace", item: GRID },
      { words: "走访积分", demand: "ranking", item: GRID },
    ],
  },
  {
    kind: "scheme",
    title: "2026年党建工作考核细则",
    source: "示组〔2026〕11号",
    issuedOn: "2026-02-26",
    unit: "委组织部",
    words: `2026年党建工作考核细则
一、学习教育（30分）
支部党员周活跃率须达到95%，纳入党建工作考核。
学习积分每季度排名，列后十名的支部书记写情况说明。
党员干部在红色先锋课堂学习时长不足120小时的，扣2分。
二、组织生活（40分）
“三会一课”按期召开，记录完整，由组织员抽查。
三、信息报送（10分）
党建信息每季度报送不少于6篇，每少一篇扣0.5分。
四、服务群众（20分）
以群众评议结果为准，不得要求村（社区）另行上传照片、视频。
中共示范县委组织部
2026年2月26日`,
    hits: [
      {
        words: "周活跃率",
        demand: "usage_assessment",
        item: LESSONS,
        indicator: {
          name: "支部党员周活跃率",
          weight: null,
          moved: { state: "removal_requested", stateNote: "9月28日函告县委组织部，建议修订细则时删去" },
        },
      },
      {
        words: "学习积分每季度排名",
        demand: "ranking",
        item: LESSONS,
        indicator: { name: "学习积分季度排名", weight: null },
      },
    ],
  },
  {
    kind: "scheme",
    title: "2026年宣传工作考核细则",
    source: "示宣〔2026〕4号",
    issuedOn: "2026-02-10",
    unit: "委宣传部",
    words: `2026年宣传工作考核细则
一、新闻宣传（40分）
重大主题报道有策划、有落实，内容真实准确。
二、网络宣传（30分）
推文阅读量、活跃粉丝数计入各单位宣传工作考核。
各单位每月转发“文明示范”推文不少于20条，每少一条扣0.5分。
三、文明实践（30分）
看群众知晓度和参与面，由第三方抽样了解。
中共示范县委宣传部
2026年2月10日`,
    hits: [
      {
        words: "活跃粉丝数",
        demand: "usage_assessment",
        item: ACCOUNT,
        indicator: {
          name: "推文阅读量、活跃粉丝数",
          weight: null,
          moved: { state: "removed", stateNote: "示宣〔2026〕21号修订稿已删去该项", removedOn: "2026-10-08" },
        },
      },
    ],
  },
  {
    kind: "group_announcement",
    title: "稻香镇防汛工作群公告",
    source: "群公告截图转录",
    issuedOn: "2026-07-06",
    unit: "稻香镇",
    words: `@所有人
一、防汛应急响应期间，值班人员到岗、离岗须签到，确保险情有人处置。
二、各村每天早上八点半前在群里打卡，写明今日工作安排。
三、今天下午五点前把入户照片发到群里，每村不少于三张。
四、请大家转发朋友圈并集赞三十个，截图发群。`,
    hits: [
      { words: "集赞三十个", demand: "forced_follow_like", rejected: "群主个人发起的活动，当天已撤回，不是单位要求" },
    ],
  },
  {
    kind: "notice",
    title: "关于整治“指尖上的形式主义”为基层减负的通知",
    source: "示办发〔2026〕9号",
    issuedOn: "2026-04-02",
    unit: "委办公室",
    words: `关于整治“指尖上的形式主义”为基层减负的通知
各镇、街道，县直各单位：
为切实减轻基层负担，现将有关事项通知如下。
一、除安保、应急等特殊场景外，不得设置打卡签到、积分排名、在线时长等功能。
二、严禁强制要求基层干部群众下载安装政务应用程序，严禁通报安装率、使用率。
三、不得要求基层上传工作照片、视频和轨迹，不得以点赞量、转发量、投票数作为考评依据。
四、能从系统中取得的数据，不再要求村（社区）重复填报。
五、欢迎干部群众反映强制打卡、多头填报等问题线索。
中共示范县委办公室
2026年4月2日`,
    hits: [],
  },
  {
    kind: "report",
    title: "新禾街道社区工作者座谈会记录",
    source: "减负调研组记录，不记名",
    issuedOn: "2026-09-03",
    unit: null,
    words: `新禾街道社区工作者座谈会记录
时间：2026年9月3日
一、社区工作者反映，同一份人口信息要在三个系统里重复填报，格式还各不相同。
二、有的科室要求每次入户都要拍照上传，照片不清晰就退回重拍。
三、大家建议减少工作群，一项工作只用一个群。
四、今年以来街道解散工作群12个，打卡功能已经关闭，负担明显减轻。`,
    hits: [],
  },
];
