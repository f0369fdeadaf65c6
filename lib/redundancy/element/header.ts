import { axisOf } from "../field/lexicon/axis.ts";
import type { KeyParts } from "./element-key.ts";

/** Those whose name and reach stand at the head or foot of nearly every form. */
const HOLDERS = new Set([
  "本人",
  "本单位",
  "工作单位",
  "联系人",
  "经办人",
  "填表人",
  "上报人",
  "代理人",
  "法定代表人",
  "负责人",
  "主管单位",
  "审核人",
  "开户银行",
]);

/** What is asked of them there. */
const HEADS = new Set([
  "姓名",
  "名称",
  "性别",
  "民族",
  "国籍",
  "籍贯",
  "年龄",
  "公民身份号码",
  "社会保障号码",
  "证件号码",
  "证件类型",
  "婚姻状况",
  "政治面貌",
  "党派",
  "文化程度",
  "学位",
  "职务",
  "职称",
  "健康状况",
  "照片",
  "户口类别",
  "统一社会信用代码",
  "组织机构代码",
  "营业执照注册号",
  "纳税人识别号",
  "注册资本",
  "经营范围",
  "经营方式",
  "经济类型",
  "登记注册类型",
  "行业",
  "网址",
  "电话",
  "传真",
  "电子邮箱",
  "邮政编码",
  "地址",
  "账号",
  "户名",
  "省",
  "市",
  "区县",
  "街道",
  "社区",
  "村",
  "网格",
  "辖区",
  "行政区划",
  "审核意见",
  "签名",
  "描述",
  "附件",
]);

/** Heads that are asked of the form itself and say nothing of its content, when nothing else is said with them. */
const BARE = new Set(["编号", "日期", "年度", "月份", "标题", "地点", "意见", "类别", "性质"]);
const FILING = new Set(["申请", "填表"]);
/** Which address or number of somebody is meant. */
const REACHING = new Set(["address", "phone", "order"]);

/** Whether a datum is asked by forms of every kind: who and where the respondent is, who filled in the form and when. */
export function isHeader({ holder, head, qualifiers, residue, ordinal }: KeyParts): boolean {
  if (residue !== "" || ordinal !== null) return false;
  if (holder === "" || holder.startsWith("《"))
    return qualifiers.every((name) => FILING.has(name)) && (BARE.has(head) || HEADS.has(head));
  if (holder.startsWith("？")) return HEADS.has(head);
  if (holder === "本单位" && (head === "类别" || head === "性质" || head === "成立") && qualifiers.length === 0)
    return true;
  if (!HOLDERS.has(holder) || !HEADS.has(head))
    return head === "日期" && holder === "本人" && qualifiers.includes("出生");
  return qualifiers.every((name) => REACHING.has(axisOf(name) ?? ""));
}
