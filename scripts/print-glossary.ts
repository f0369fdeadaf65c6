/** `npm run glossary`: writes lib/GLOSSARY.md from the vocabularies; with --check it only compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { AUDIT_ACTION_LABEL } from "#db/audit-actions.ts";
import { ROLE_LABEL } from "#lib/actor.ts";
import {
  ASSET_KIND_LABEL,
  ASSET_STATE_LABEL,
  BOARD_LABEL,
  DEMAND_LABEL,
  ESTIMATE_SOURCE_LABEL,
  FREQUENCY_LABEL,
  WORK_LINE_LABEL,
} from "#lib/asset/vocabulary.ts";
import { EXEMPTION_STATE_LABEL } from "#lib/exemption/vocabulary.ts";
import { INDICATOR_BASIS_LABEL, INDICATOR_STATE_LABEL } from "#lib/indicator/vocabulary.ts";
import { ROW_OUTCOME_LABEL } from "#lib/intake/outcome.ts";
import {
  ALIAS_ANSWER_LABEL,
  FORM_RELATION_LABEL,
  PROPOSAL_DECISION_LABEL,
  PROPOSAL_STATE_LABEL,
  SHARING_LABEL,
} from "#lib/redundancy/vocabulary.ts";
import { REGION_LEVEL_LABEL } from "#lib/region/region.ts";
import { DECISION_LABEL, SESSION_STATE_LABEL } from "#lib/review/vocabulary.ts";
import { BAND_LABEL } from "#lib/risk/band.ts";
import { OUTCOME_LABEL } from "#lib/risk/outcome.ts";
import { STANCE_LABEL } from "#lib/scan/stance.ts";
import { HIT_STATE_LABEL, TEXT_FORMAT_LABEL, TEXT_KIND_LABEL } from "#lib/scan/vocabulary.ts";
import { UNIT_TYPE_LABEL } from "#lib/unit/unit.ts";

const PATH = "lib/GLOSSARY.md";

/** Concepts: the word in tables, files and routes, and the word that users read. */
const CONCEPTS: Record<string, string> = {
  asset: "台账条目",
  unit: "单位（主办单位）",
  region: "行政区划",
  demand: "对基层的要求",
  usage: "使用数据",
  burden: "负担（小时/年）",
  assessment: "研判",
  rule: "规则",
  pack: "规则包",
  local_pack: "本级规则包",
  pack_draft: "规则包草稿",
  pack_activation: "规则包版本的启用",
  exemption: "豁免",
  finding: "判定",
  evidence: "依据事实",
  text: "文本（通知、考核细则、群公告等）",
  text_hit: "文本中读出的要求",
  stance: "语气（文本怎样说到一项要求）",
  indicator: "考核指标",
  band: "风险等次",
  recommendation: "处置建议",
  review_session: "评审会",
  review_item: "评审事项",
  snapshot: "评审快照",
  decision: "评审决定",
  import_batch: "导入批次",
  audit_log: "审计日志",
  outcome: "成效",
  suggestion: "投诉建议",
  element: "数据项（字段名称读出的数据）",
  data_element: "数据元（目录中的标准条目）",
  element_alias: "数据项认定（人对两项异同的回答）",
  header: "基本信息（各表都有的数据项）",
  wording: "问法（字段名称去掉表名中的字眼）",
  item_set: "条目的数据项或功能集合",
  item_overlap: "条目之间的重合",
  question: "待认定数据项",
  matter: "工作事项",
  waste: "重复所费工时",
  proposal: "整合方案",
  proposal_round: "整合方案的一轮",
  proposal_decision: "整合意见",
  ledger: "台账（合并后的一张表）",
  cover: "由其他表或数源承担",
  what_if: "假设测算",
  cluster: "重复的表群",
};

const table = (title: string, words: Record<string, string>) =>
  [
    `## ${title}`,
    "",
    "| 代码 | 中文 |",
    "|---|---|",
    ...Object.entries(words).map(([code, label]) => `| \`${code}\` | ${label} |`),
    "",
  ].join("\n");

const text = [
  "# 术语表",
  "",
  "由 `npm run glossary` 根据各词表生成，请勿手工修改。",
  "",
  table("概念", CONCEPTS),
  table("条目种类", ASSET_KIND_LABEL),
  table("条目状态", ASSET_STATE_LABEL),
  table("对基层的要求", DEMAND_LABEL),
  table("条线", WORK_LINE_LABEL),
  table("板块", BOARD_LABEL),
  table("填报频率", FREQUENCY_LABEL),
  table("测算来源", ESTIMATE_SOURCE_LABEL),
  table("单位类型", UNIT_TYPE_LABEL),
  table("区划层级", REGION_LEVEL_LABEL),
  table("判定结果", OUTCOME_LABEL),
  table("风险等次", BAND_LABEL),
  table("豁免状态", EXEMPTION_STATE_LABEL),
  table("文本种类", TEXT_KIND_LABEL),
  table("文本来源格式", TEXT_FORMAT_LABEL),
  table("语气", STANCE_LABEL),
  table("文本要求的处理", HIT_STATE_LABEL),
  table("考核指标依据", INDICATOR_BASIS_LABEL),
  table("考核指标状态", INDICATOR_STATE_LABEL),
  table("评审决定", DECISION_LABEL),
  table("评审会状态", SESSION_STATE_LABEL),
  table("表单关系", FORM_RELATION_LABEL),
  table("数据项认定", ALIAS_ANSWER_LABEL),
  table("共享属性", SHARING_LABEL),
  table("整合方案状态", PROPOSAL_STATE_LABEL),
  table("整合意见", PROPOSAL_DECISION_LABEL),
  table("导入结果", ROW_OUTCOME_LABEL),
  table("角色", ROLE_LABEL),
  table("审计动作", AUDIT_ACTION_LABEL),
].join("\n");

if (process.argv.includes("--check")) {
  if (readFileSync(PATH, "utf8") !== text) {
    console.error(`${PATH} is stale: run npm run glossary and commit it`);
    process.exit(1);
  }
} else {
  writeFileSync(PATH, text);
}
