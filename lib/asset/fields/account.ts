import type { FieldSpec } from "../field.ts";
import { BURDEN_FIELDS } from "./burden.ts";
import { SOURCE_FIELDS } from "./source.ts";

export const ACCOUNT_FIELDS = {
  platform: {
    label: "平台",
    aliases: ["所在平台", "账号平台", "platform"],
    section: "identity",
    type: "enum",
    options: {
      wechat_official: "微信公众号",
      wechat_channels: "视频号",
      weibo: "新浪微博",
      douyin: "抖音",
      kuaishou: "快手",
      toutiao: "今日头条",
      bilibili: "哔哩哔哩",
      xiaohongshu: "小红书",
      website: "网站",
      other: "其他",
    },
  },
  handle: { label: "账号标识", aliases: ["账号ID", "微信号", "账号"], section: "identity", type: "text" },
  url: { label: "账号网址", aliases: ["网址", "链接", "url"], section: "identity", type: "text" },
  registeredOn: { label: "开通日期", aliases: ["注册日期", "开通时间"], section: "identity", type: "date" },
  isFiled: { label: "已登记报备", aliases: ["是否报备", "是否备案"], section: "approval", type: "boolean" },
  closureFiled: { label: "关停已公告并注销", aliases: ["已注销", "关停注销"], section: "approval", type: "boolean" },
  hasInteraction: { label: "有互动功能", aliases: ["互动功能", "是否提供互动"], section: "functions", type: "boolean" },
  lastPostOn: {
    label: "最近更新日期",
    aliases: ["最近更新", "最后发布日期", "最近更新时间"],
    section: "operation",
    type: "date",
  },
  followers: {
    label: "粉丝数",
    aliases: ["关注人数", "粉丝量"],
    section: "operation",
    type: "integer",
    unit: "人",
    min: 0,
  },
  maintainers: {
    label: "专职维护人数",
    aliases: ["维护人数", "运维人数"],
    section: "operation",
    type: "integer",
    unit: "人",
    min: 0,
  },
  yearlyCost: {
    label: "年运维费用",
    aliases: ["运维费用", "年运维费", "年运维经费"],
    section: "cost",
    type: "number",
    unit: "元/年",
    min: 0,
  },
  ...BURDEN_FIELDS,
  ...SOURCE_FIELDS,
} as const satisfies Record<string, FieldSpec>;
