import type { DemandType } from "../asset/vocabulary.ts";

/** Words by which a column of a ledger, or a function on an app's list, speaks of a demand; absent: no column is known for it. */
export const DEMAND_WORDS = {
  forced_checkin: /打卡|签到|签退|接龙/,
  ranking: /积分排名|排名(?!通报)|排行|龙虎榜|红黑榜|积分榜/,
  online_time: /在线时长|学习时长|时长统计|统计时长|学时/,
  forced_install: /强制.*(下载|安装|推广)|安装率|激活率|下载任务/,
  forced_follow_like: /强制.*(关注|点赞|转发|投票)|(关注|点赞|转发|投票)(任务|指标)/,
  photo_trace: /(上传|强制|要求).*(照片|截图|视频|轨迹)|拍照留痕|晒照片/,
  usage_assessment: /(使用率|活跃度|活跃率|阅读量).*(考核|通报)|考核.*(使用率|活跃)/,
  duplicate_reporting: /重复(填报|报送|录入|采集)|多头填报/,
  forced_login: /定期登录|登录率|每日登录/,
  instant_reply: /即时(响应|回复)|限时回复/,
  task_in_group: /群内(派活|摊派|派发任务)|索要材料/,
  late_penalty: /迟报(扣分|通报)|逾期扣分/,
  paper_and_digital: /线上线下双轨|(同时|另)(保留|报送|交)纸质/,
} as const satisfies Partial<Record<DemandType, RegExp>>;

/** A group's check-in is asked for apart from its 接龙, which a rule of its own judges. */
export const CHECKIN_ONLY = /打卡|签到|签退/;
export const CHAIN = /接龙/;
