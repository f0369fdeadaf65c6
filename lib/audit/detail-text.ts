import { ROLE_LABEL } from "../actor.ts";
import { FIELDS } from "../asset/fields.ts";
import {
  ASSET_KIND_LABEL,
  ASSET_KINDS,
  ASSET_STATE_LABEL,
  BOARD_LABEL,
  DEMAND_LABEL,
  WORK_LINE_LABEL,
} from "../asset/vocabulary.ts";
import { EXEMPTION_STATE_LABEL } from "../exemption/vocabulary.ts";
import { COLUMN_LABEL, USAGE_LABEL } from "../format/change-text.ts";
import { formatDay } from "../format/date.ts";
import { formatNumber, UNKNOWN_TEXT } from "../format/number.ts";
import { INDICATOR_BASIS_LABEL, INDICATOR_STATE_LABEL } from "../indicator/vocabulary.ts";
import { ALIAS_ANSWER_LABEL } from "../redundancy/vocabulary.ts";
import { REGION_LEVEL_LABEL } from "../region/region.ts";
import { DECISION_LABEL } from "../review/vocabulary.ts";
import { BAND_LABEL } from "../risk/band.ts";
import { HIT_STATE_LABEL, TEXT_FORMAT_LABEL, TEXT_KIND_LABEL } from "../scan/vocabulary.ts";
import { UNIT_TYPE_LABEL } from "../unit/unit.ts";

/** What a line of the log is about, by its `subject_type`. */
export const SUBJECT_LABEL: Record<string, string> = {
  account: "账号",
  user: "账号",
  asset: "条目",
  assessment: "研判",
  data_element: "数据元",
  decision: "评审决定",
  element_alias: "数据项认定",
  exemption: "豁免",
  import_batch: "导入批次",
  indicator: "考核指标",
  import_mapping: "列对应",
  installation: "本级机关",
  pack: "规则包",
  region: "行政区划",
  review_item: "评审事项",
  review_session: "评审会",
  sample_county: "示例县",
  suggestion: "投诉建议",
  text: "文本",
  unit: "单位",
};

const LABEL: Record<string, string> = {
  ...COLUMN_LABEL,
  ...USAGE_LABEL,
  aForm: "甲项表单",
  aLabel: "甲项字段",
  answer: "认定",
  bForm: "乙项表单",
  bLabel: "乙项字段",
  decidedByName: "认定人",
  isNew: "是否新增",
  replaces: "替换的认定",
  added: "列入条目数",
  after: "改后",
  asOf: "研判日",
  assetId: "条目编号",
  assetIds: "条目编号",
  assets: "条目数",
  bands: "风险等次",
  bases: "依据",
  batchId: "批次编号",
  before: "改前",
  byDecision: "各类决定",
  change: "改动",
  contentHash: "内容校验值",
  changed: "改动项",
  characters: "字数",
  created: "新建",
  creditCode: "统一社会信用代码",
  decided: "已决定",
  deferUntil: "暂缓至",
  deleted: "删除条目数",
  demandId: "要求编号",
  demands: "要求数",
  evidence: "依据的文件",
  exempt: "已豁免项数",
  exemptionState: "审批结果",
  differences: "差别",
  fields: "表内字段",
  figure: "量化指标",
  fileName: "文件名",
  fileSha256: "文件校验值",
  filter: "筛选条件",
  formFields: "表内字段数",
  grammarVersion: "扫描规则版本",
  format: "格式",
  headcount: "在编人数",
  heldOn: "会议日期",
  history: "变更历史校验值",
  identifier: "标识符",
  indicatorId: "指标编号",
  hits: "扫描处数",
  hitId: "文本位置编号",
  isSample: "示例数据",
  items: "条目数",
  kept: "保留未动",
  kind: "种类",
  laidOver: "改为本机关的",
  level: "层级",
  month: "月份",
  note: "意见",
  packVersion: "规则包版本",
  parentCode: "上级区划",
  pending: "待定",
  quote: "原文",
  reason: "理由",
  recommendation: "处置建议",
  redLines: "红线处数",
  removedOn: "取消日期",
  removed: "换下处数",
  regionCode: "行政区划代码",
  regions: "行政区划数",
  rejected: "有误",
  restored: "恢复条目数",
  reviewItemId: "评审事项编号",
  role: "角色",
  scheme: "考核办法",
  revision: "第几次保存",
  rows: "写入的行",
  rowsRead: "读取行数",
  rules: "本级规则数",
  ruleId: "规则编号",
  sessionId: "评审会编号",
  source: "出处",
  stateNote: "说明",
  targetAssetId: "并入条目编号",
  texts: "文本数",
  textKind: "文本类型",
  title: "名称",
  told: "原内容",
  total: "合计",
  type: "类型",
  unchanged: "无变化",
  units: "单位数",
  unitsRegistered: "新登记单位数",
  unitsRemoved: "移除单位数",
  until: "截止日期",
  updated: "更新",
  usage: "使用数据月数",
  username: "用户名",
  version: "版本",
  weight: "分值",
};

/** The words for a code, by the key that it stands under. */
const CODE: Record<string, Record<string, string>> = {
  answer: ALIAS_ANSWER_LABEL,
  kind: ASSET_KIND_LABEL,
  state: { ...INDICATOR_STATE_LABEL, ...ASSET_STATE_LABEL },
  workLine: WORK_LINE_LABEL,
  board: BOARD_LABEL,
  decision: DECISION_LABEL,
  exemptionState: EXEMPTION_STATE_LABEL,
  recommendation: DECISION_LABEL,
  role: ROLE_LABEL,
  level: REGION_LEVEL_LABEL,
  type: { ...DEMAND_LABEL, ...UNIT_TYPE_LABEL },
  /** Keys of counts. */
  bands: { ...ASSET_KIND_LABEL, ...BAND_LABEL },
  byDecision: DECISION_LABEL,
  bases: INDICATOR_BASIS_LABEL,
  before: HIT_STATE_LABEL,
  textKind: TEXT_KIND_LABEL,
  format: TEXT_FORMAT_LABEL,
};

const DAYS = new Set(["asOf", "heldOn", "deferUntil", "removedOn", "until"]);
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** Longer lists are counted; the line's own text has them whole. */
const FEW = 3;

/** What a line of the log says, in words; entries without a value are left out, ids are cut to eight digits as in the list. */
export function detailLines(detail: Record<string, unknown>): { label: string; text: string }[] {
  return known(detail).map(([key, value]) => ({ label: labelOf(key), text: textOf(key, value) }));
}

const known = (of: object) => Object.entries(of).filter(([, value]) => value !== null && value !== undefined);

function labelOf(key: string): string {
  if (LABEL[key] !== undefined) return LABEL[key];
  for (const kind of ASSET_KINDS) {
    const field = FIELDS[kind][key];
    if (field !== undefined) return field.label;
  }
  return key.startsWith("extra.") ? key.slice("extra.".length) : key;
}

function textOf(key: string, value: unknown, words: Record<string, string> = CODE[key] ?? {}): string {
  if (value === null || value === undefined) return UNKNOWN_TEXT;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") {
    return words[value] ?? (DAYS.has(key) ? formatDay(value) : UUID.test(value) ? value.slice(0, 8) : value);
  }
  if (Array.isArray(value)) {
    if (key === "changed") return value.map((one) => labelOf(String(one))).join("、") || "无";
    if (key === "differences") return value.join("；") || "无";
    if (value.length > FEW) return `${formatNumber(value.length)} 个`;
    return value.map((one) => textOf(key, one, words)).join("、") || "无";
  }
  const order = Object.keys(words);
  const inside = known(value).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  if (inside.length === 0) return "无";
  if (key === "change") return inside.map(([of, pair]) => changeText(of, pair)).join("；");
  const nested = inside.some(([, part]) => typeof part === "object");
  return inside
    .map(
      ([part, of]) => `${words[part] ?? labelOf(part)}${nested ? "：" : " "}${textOf(part, of, CODE[part] ?? words)}`,
    )
    .join(nested ? "；" : "，");
}

function changeText(key: string, pair: unknown): string {
  const [before, after] = Array.isArray(pair) ? pair : [undefined, pair];
  return `${labelOf(key)}由“${textOf(key, before)}”改为“${textOf(key, after)}”`;
}
