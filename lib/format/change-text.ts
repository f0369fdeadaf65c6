import { attributeText } from "../asset/attribute-text.ts";
import type { Changes } from "../asset/change.ts";
import type { FieldSpec } from "../asset/field.ts";
import { FIELDS } from "../asset/fields.ts";
import { ASSET_STATE_LABEL, type AssetKind, BOARD_LABEL, DEMAND_LABEL, WORK_LINE_LABEL } from "../asset/vocabulary.ts";
import { EXEMPTION_STATE_LABEL, type ExemptionState } from "../exemption/vocabulary.ts";
import { DECISION_LABEL } from "../review/vocabulary.ts";
import { formatDay } from "./date.ts";
import { UNKNOWN_TEXT } from "./number.ts";

/** One line of the history: what changed, from what, to what. */
export type ChangeLine = { key: string; label: string; before: string; after: string };

export const COLUMN_LABEL: Record<string, string> = {
  name: "名称",
  unitId: "主办单位",
  state: "状态",
  workLine: "条线",
  board: "板块",
  decision: "决定",
  demand: "要求",
  exemption: "豁免",
  fields: "表内字段",
  key: "识别键",
};
const CODE_LABEL: Record<string, Record<string, string>> = {
  state: ASSET_STATE_LABEL,
  workLine: WORK_LINE_LABEL,
  board: BOARD_LABEL,
  decision: DECISION_LABEL,
};
export const USAGE_LABEL: Record<string, string> = {
  activeUsers: "活跃用户数",
  logins: "登录次数",
  businessRecords: "业务办理量",
  posts: "发布条数",
};

/** What is none, and not unknown, where it is absent. */
const NONE_WHEN_ABSENT = new Set(["demand", "decision", "exemption"]);

/** A change in words, in the order of the form; `unitName` tells the name of a unit that the reader may see. */
export function changeLines(
  kind: AssetKind,
  changes: Changes,
  unitName: (id: string) => string | undefined,
): ChangeLine[] {
  const order = [...Object.keys(COLUMN_LABEL), ...Object.keys(FIELDS[kind])];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(changes)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, [before, after]]) => {
      const text = (value: unknown) => valueText(kind, key, value, unitName);
      return { key, label: labelOf(kind, key), before: text(before), after: text(after) };
    });
}

/** The labels of what changed, a few of them, for a sentence: "备案编号、要求等 5 项". */
export function changedWhat(kind: AssetKind, keys: readonly string[]): string {
  const labels = [...new Set(keys.map((key) => labelOf(kind, key)))];
  const few = labels.slice(0, 3).join("、");
  return labels.length > 3 ? `${few}等 ${labels.length} 项` : few;
}

function labelOf(kind: AssetKind, key: string): string {
  const [head, month, figure] = key.split(".");
  if (head === "usage" && month !== undefined) return `${month} ${USAGE_LABEL[figure ?? ""] ?? figure ?? ""}`.trim();
  if (key.startsWith("extra.")) return key.slice("extra.".length);
  return COLUMN_LABEL[key] ?? FIELDS[kind][key]?.label ?? key;
}

function valueText(kind: AssetKind, key: string, value: unknown, unitName: (id: string) => string | undefined): string {
  if (value === null || value === undefined) return NONE_WHEN_ABSENT.has(key) ? "无" : UNKNOWN_TEXT;
  if (key === "unitId") return unitName(String(value)) ?? "（看不到的单位）";
  if (key === "demand") {
    const { type, quote } = value as { type: keyof typeof DEMAND_LABEL; quote: string };
    return `${DEMAND_LABEL[type]}，原文：“${quote}”`;
  }
  if (key === "exemption") {
    const { title, state, until } = value as { title: string; state: ExemptionState; until: string };
    return `“${title}”${EXEMPTION_STATE_LABEL[state]}，至${formatDay(until)}`;
  }
  if (key === "fields") return `${(value as unknown[]).length} 个字段`;
  const code = CODE_LABEL[key]?.[String(value)];
  if (code !== undefined) return code;
  const field: FieldSpec | undefined = FIELDS[kind][key];
  if (field !== undefined) return attributeText(field, value) ?? UNKNOWN_TEXT;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
