import type { AssetFilter } from "#db/queries/asset-filter.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import {
  ASSET_KIND_LABEL,
  ASSET_KINDS,
  ASSET_STATE_LABEL,
  BOARD_LABEL,
  DEMAND_LABEL,
  WORK_LINE_LABEL,
} from "#lib/asset/vocabulary.ts";
import { formatDay } from "#lib/format/date.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { BAND_LABEL } from "#lib/risk/band.ts";
import { OUTCOME_LABEL } from "#lib/risk/outcome.ts";

export type Names = {
  unit: (id: string) => string | undefined;
  region: (code: string) => string | undefined;
  rule: (id: string) => string | undefined;
};

/** A condition of the list in words, and the change that takes it away. */
export type Chip = { id: string; label: string; remove: Partial<AssetFilter> };

const any = (labels: Record<string, string>, values: readonly string[]) =>
  values.map((value) => labels[value] ?? value).join("或");

function attributeChip(key: string, value: string): string {
  const kind = ASSET_KINDS.find((one) => key in FIELDS[one]);
  const field = kind && FIELDS[kind][key];
  if (field === undefined) return `${key}：${value}`;
  if (value === "known") return `${field.label}：已填`;
  if (value === "unknown") return `${field.label}：未知`;
  if (field.type === "boolean") return `${field.label}：${value === "yes" ? "是" : "否"}`;
  const option = field.type === "enum" || field.type === "enums" ? field.options[value] : undefined;
  return `${field.label}：${option ?? value}`;
}

/** Every condition of the filter, in words; none is left unsaid. */
export function filterChips(filter: AssetFilter, names: Names): Chip[] {
  const chips: Chip[] = [];
  const add = (id: string, label: string, remove: Partial<AssetFilter>) => chips.push({ id, label, remove });
  if (filter.q !== undefined) add("q", `包含“${filter.q}”`, { q: undefined });
  if (filter.kinds)
    add("kind", `种类：${any(ASSET_KIND_LABEL, filter.kinds)}`, { kinds: undefined, attributes: undefined });
  if (filter.states) add("state", `状态：${any(ASSET_STATE_LABEL, filter.states)}`, { states: undefined });
  if (filter.unit !== undefined) {
    const name = filter.unit === "unknown" ? "未知" : (names.unit(filter.unit) ?? "（看不到的单位）");
    add("unit", `主办单位：${name}`, { unit: undefined });
  }
  if (filter.region !== undefined) {
    add("region", `行政区划：${names.region(filter.region) ?? filter.region}`, { region: undefined });
  }
  if (filter.workLines) {
    add("line", `条线：${any({ ...WORK_LINE_LABEL, unknown: "未知" }, filter.workLines)}`, { workLines: undefined });
  }
  if (filter.boards)
    add("board", `板块：${any({ ...BOARD_LABEL, unknown: "未知" }, filter.boards)}`, { boards: undefined });
  if (filter.bands)
    add("band", `风险：${any({ ...BAND_LABEL, unassessed: "未研判" }, filter.bands)}`, { bands: undefined });
  if (filter.recommendations) {
    add("recommendation", `处置建议：${any({ ...DECISION_LABEL, none: "无法建议" }, filter.recommendations)}`, {
      recommendations: undefined,
    });
  }
  if (filter.rule) {
    const title = names.rule(filter.rule.ruleId) ?? filter.rule.ruleId;
    add("rule", `规则“${title}”：${OUTCOME_LABEL[filter.rule.outcome]}`, { rule: undefined });
  }
  if (filter.decisions) {
    add("decision", `评审决定：${any({ ...DECISION_LABEL, none: "未评审" }, filter.decisions)}`, {
      decisions: undefined,
    });
  }
  if (filter.exempt) add("exempt", "有豁免", { exempt: undefined });
  if (filter.known) add("known", filter.known === "complete" ? "信息齐全" : "信息不全", { known: undefined });
  if (filter.burden) add("burden", filter.burden === "known" ? "负担已测算" : "负担无法测算", { burden: undefined });
  if (filter.runningOn) add("running", `${formatDay(filter.runningOn)}在运行`, { runningOn: undefined });
  if (filter.notRunningOn) add("notrunning", `${formatDay(filter.notRunningOn)}未在运行`, { notRunningOn: undefined });
  if (filter.demand !== undefined) add("demand", `要求：${DEMAND_LABEL[filter.demand]}`, { demand: undefined });
  if (filter.run !== undefined) add("run", "以指定的一次研判为准", { run: undefined });
  for (const [key, value] of Object.entries(filter.attributes ?? {})) {
    const { [key]: _, ...rest } = filter.attributes ?? {};
    add(`attribute.${key}`, attributeChip(key, value), {
      attributes: Object.keys(rest).length === 0 ? undefined : rest,
    });
  }
  return chips;
}
