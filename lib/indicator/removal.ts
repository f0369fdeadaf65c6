import type { IndicatorBasis } from "./vocabulary.ts";

/** What to do with each basis of an indicator, as a clause that goes on from “建议”. */
const REMOVAL: Record<IndicatorBasis, string> = {
  app_usage: "取消对使用率、活跃度、登录量的计分，改看事情是否办成、群众是否方便",
  install: "取消对下载、安装、激活数的计分，不再通报安装率，由用户自愿使用",
  online_time: "取消对在线时长、学习时长的计分，改看学习、工作的实际效果",
  check_in: "取消打卡签到计分；安保、应急值守确需签到的，在办法里写明范围",
  follow: "取消对关注、点赞、转发、投票数的计分，公众账号由群众自愿关注",
  upload: "取消对照片、截图、视频、轨迹上传量的计分，改为按需抽查工作实绩",
  ranking: "取消积分和排名通报，只向本单位反馈存在的问题",
  reporting: "取消对报送篇数、迟报的计分，能从系统共享取得的数据不再要求上报",
  other: "说明该指标与基层履职的关系，说不清的予以取消",
};

/** The removal that an office would recommend for an indicator with these bases, a sentence for its letter to the assessing unit. */
export function recommendedRemoval(name: string, bases: readonly IndicatorBasis[]): string {
  return `对指标“${name}”，建议${bases.map((basis) => REMOVAL[basis]).join("；")}。`;
}
