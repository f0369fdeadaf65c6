import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "../asset/vocabulary.ts";
import { NATION } from "../region/region.ts";
import { DECISION_LABEL } from "../review/vocabulary.ts";
import { BAND_LABEL } from "./band.ts";
import { type LegalBasis, type LocalPack, type Pack, type PackRule, trustMark } from "./pack.ts";
import { PROBLEM_CLASS_LABEL } from "./problem-class.ts";
import { DISPOSITION_TABLE, type DispositionRow } from "./recommend.ts";
import type { Rule } from "./rule.ts";

/** The catalogue of rules as a document: by kind, what each weighs, its limits, its basis with its trust, and what to do. */
export function catalogueText(
  rules: ReadonlyMap<string, Rule>,
  national: Pack,
  { locals, optional }: { locals: readonly LocalPack[]; optional: readonly LocalPack[] },
): string {
  const { high, medium, unknownShare } = national.bands;
  return [
    "# 规则目录",
    "",
    "由 `npm run catalogue` 根据规则和规则包生成，请勿手工修改。",
    "",
    `规则包：${national.title}（${national.version}）。先看红线，命中任何一项即为“${BAND_LABEL.red}”；其余按权重 × 程度相加，满 100 分为止：${high} 分及以上为“${BAND_LABEL.high}”，${medium} 分及以上为“${BAND_LABEL.medium}”；都没有达到而适用权重中未知的超过 ${unknownShare * 100}% 的，为“${BAND_LABEL.unknown}”；否则为“${BAND_LABEL.low}”。`,
    "标“待核”的依据没有核对原文，不作为法律依据引用；红线的权重只用来计算未知的比例，不计分。",
    "",
    ...ASSET_KINDS.flatMap((kind) => kindTable(kind, rules, national.rules)),
    ...locals.flatMap((local) => localTable(rules, local, "地方规则包")),
    ...optional.flatMap((pack) => localTable(rules, pack, "可选规则包")),
    ...dispositionTable(rules),
  ].join("\n");
}

const HEADER = ["| 规则 | 问题类别 | 红线或权重 | 门槛 | 有效期 | 依据 | 怎么办 |", "|---|---|---|---|---|---|---|"];

function kindTable(kind: AssetKind, rules: ReadonlyMap<string, Rule>, entries: readonly PackRule[]): string[] {
  const rows = entries.filter(({ kinds }) => kinds.includes(kind)).map((entry) => row(entry, rules));
  return [`## ${ASSET_KIND_LABEL[kind]}（${rows.length} 条）`, "", ...HEADER, ...rows, ""];
}

function localTable(
  rules: ReadonlyMap<string, Rule>,
  { title, version, regionCode, rules: entries }: LocalPack,
  heading: string,
): string[] {
  return [
    `## ${heading}：${title}`,
    "",
    `版本 ${version}，适用于 ${regionCode === NATION ? "选用它的机关" : `${regionCode} 及其下级`}。`,
    "",
    ...HEADER,
    ...entries.map((entry) => row(entry, rules)),
    "",
  ];
}

function row(entry: PackRule, rules: ReadonlyMap<string, Rule>): string {
  const rule = rules.get(entry.ruleId);
  if (!rule) throw new Error(`a pack names the rule ${entry.ruleId}, which does not exist`);
  const limits = Object.entries(rule.parameters).map(
    ([name, { label, unit, default: standard }]) => `${label} ${entry.parameters[name] ?? standard} ${unit}`,
  );
  const validity = [entry.validFrom && `${entry.validFrom} 起`, entry.validTo && `至 ${entry.validTo}`]
    .filter((part) => part)
    .join("，");
  const cells = [
    `${rule.title}<br>\`${rule.id}\``,
    PROBLEM_CLASS_LABEL[rule.problemClass],
    entry.redLine ? `**红线**（${entry.weight}）` : String(entry.weight),
    limits.join("；") || "—",
    validity || "—",
    entry.basis.map(basisText).join("<br>"),
    rule.remedy,
  ];
  return `| ${cells.join(" | ")} |`;
}

function basisText({ title, article, text, tag }: LegalBasis): string {
  const mark = trustMark(tag);
  return `${title}${article ?? ""}：${text}${mark === null ? "" : `（${mark}）`}`;
}

function dispositionTable(rules: ReadonlyMap<string, Rule>): string[] {
  const rows = DISPOSITION_TABLE.map(
    (entry, index) =>
      `| ${index + 1} | ${dispositionCondition(entry, (id) => rules.get(id)?.title ?? id)} | ${entry.decision === null ? "不作建议" : DECISION_LABEL[entry.decision]} | ${entry.reason} |`,
  );
  return [
    "## 处置对照表",
    "",
    "自上而下，第一行成立的生效；只是建议，由评审会决定，不同于建议时写明理由。",
    "",
    "| 序 | 条件 | 建议 | 理由 |",
    "|---|---|---|---|",
    ...rows,
    "",
  ];
}

/** A row's condition in words, for a page that shows the table. */
export function dispositionCondition({ when }: DispositionRow, titleOf: (ruleId: string) => string): string {
  const parts = [
    ...(when.hits ?? []).map((any) => `命中${any.map((id) => `“${titleOf(id)}”`).join("或")}`),
    when.bands && `等次为${when.bands.map((band) => BAND_LABEL[band]).join("、")}`,
    when.hitsAtLeast !== undefined && `命中 ${when.hitsAtLeast} 项及以上`,
    when.redundancyAtLeast !== undefined && `重复占比不低于 ${when.redundancyAtLeast * 100}%`,
    when.burdenHoursAtLeast !== undefined && `负担不低于每年 ${when.burdenHoursAtLeast} 小时`,
  ];
  return parts.filter((part) => part).join("，且");
}
