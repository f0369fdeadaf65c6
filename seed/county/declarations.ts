import type { AssetKind } from "#lib/asset/vocabulary.ts";

/** Columns of the self-check ledgers that the catalogue does not know, with the answer of a unit that demands nothing. */
export const DECLARATIONS: Readonly<Record<AssetKind, Record<string, string>>> = {
  app: {
    是否强制推广下载: "否",
    是否要求定期登录: "否",
    使用率是否纳入考核: "否",
    是否强制点赞转发: "否",
    是否强制上传照片视频轨迹: "否",
    是否重复填报: "否",
    是否排名通报: "否",
  },
  group: {
    是否要求打卡接龙: "否",
    是否要求即时响应: "否",
    是否索要材料: "否",
    是否要求拍照留痕: "否",
    是否重复报送: "否",
    是否排名通报: "否",
  },
  account: { 是否强制关注转发: "否", 阅读量是否纳入考核: "否", 是否排名通报: "否", 是否购买粉丝: "否" },
  form: { 是否迟报扣分: "否", 是否要求上传照片: "否", 是否重复填报: "否", 是否排名通报: "否" },
};
