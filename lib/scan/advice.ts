import type { DemandType } from "../asset/vocabulary.ts";

/** How a department may write what it means without burdening the grass roots, by what its draft demands. */
export const ADVICE: Record<DemandType, string> = {
  forced_checkin: "删去打卡、签到的要求；只看任务是否完成。安保、应急等确需签到的，写明范围和时段。",
  ranking: "删去积分、排名和通报名次；问题只向有关单位反馈，不公开排序。",
  online_time: "删去在线时长、学习时长的要求；需要掌握什么内容就写什么内容。",
  forced_install: "删去下载、安装、激活率的要求；写明用途，由用户自愿使用，并保留其他办理途径。",
  forced_follow_like: "删去关注、点赞、转发、投票的要求；需要周知的内容随文印发即可。",
  photo_trace: "删去逐项拍照、截图、传轨迹的要求；确需影像证明的，写明哪一项、只报一次。",
  usage_assessment: "不要把使用率、活跃度、登录量写进考核；考核只看工作实绩。",
  duplicate_reporting: "先查已有报表和共享数据；同类材料只报一次，能从系统取得的不再要求上报。",
  group_overload: "不为单项工作另建群；已有的群能用就用，工作结束及时解散。",
  zombie: "没有人用、没有内容更新的应用、账号和群，列入关停注销，不再要求维护。",
  paper_and_digital: "线上办理的不再要求纸质材料，线下已报的不再要求重复录入。",
  forced_login: "删去每天或定期登录的要求；有任务时再通知。",
  instant_reply: "删去限时回复、接龙的要求；急事打电话，一般事项给出合理时限。",
  task_in_group: "正式任务走正式渠道，不在群里派活、催要材料。",
  late_penalty: "删去迟报扣分的要求；先核对时限是否合理，并错开其他报送时间。",
};
