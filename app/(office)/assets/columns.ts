import type { AssetSort } from "#db/queries/asset-filter.ts";
import type { AssetRow } from "#db/queries/assets.ts";
import { attributeText } from "#lib/asset/attribute-text.ts";
import { completeness } from "#lib/asset/completeness.ts";
import type { FieldSpec } from "#lib/asset/field.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import {
  ASSET_KIND_LABEL,
  ASSET_STATE_LABEL,
  type AssetKind,
  BOARD_LABEL,
  WORK_LINE_LABEL,
} from "#lib/asset/vocabulary.ts";
import { isoDay } from "#lib/format/date.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { BAND_LABEL } from "#lib/risk/band.ts";

/** A column of the list and of its export. `value` undefined: unknown; a number stays a number, for a spreadsheet. */
export type Column = {
  id: string;
  title: string;
  value: (row: AssetRow) => string | number | undefined;
  isNumber?: boolean;
  isShort?: boolean;
  sort?: AssetSort["by"];
};

const COMMON: readonly Column[] = [
  { id: "name", title: "名称", value: (row) => row.name, sort: "name" },
  { id: "kind", title: "种类", value: (row) => ASSET_KIND_LABEL[row.kind], isShort: true },
  { id: "unit", title: "主办单位", value: (row) => row.unitName ?? undefined },
  { id: "region", title: "行政区划代码", value: (row) => row.regionCode },
  { id: "state", title: "状态", value: (row) => ASSET_STATE_LABEL[row.state] },
  { id: "line", title: "条线", value: (row) => (row.workLine === null ? undefined : WORK_LINE_LABEL[row.workLine]) },
  { id: "board", title: "板块", value: (row) => (row.board === null ? undefined : BOARD_LABEL[row.board]) },
  { id: "band", title: "风险", value: (row) => (row.reading === null ? "未研判" : BAND_LABEL[row.reading.band]) },
  {
    id: "score",
    title: "风险分",
    value: (row) => (row.reading === null ? undefined : Math.round(row.reading.score * 10) / 10),
    isNumber: true,
    sort: "score",
  },
  { id: "hits", title: "命中规则", value: (row) => row.reading?.hits, isNumber: true },
  { id: "unknowns", title: "信息不足的规则", value: (row) => row.reading?.unknowns, isNumber: true },
  { id: "exempt", title: "已豁免的规则", value: (row) => row.reading?.exempt, isNumber: true },
  {
    id: "burden",
    title: "年负担（小时）",
    value: (row) => (row.reading?.burdenMid == null ? undefined : Math.round(row.reading.burdenMid * 10) / 10),
    isNumber: true,
    sort: "burden",
  },
  {
    id: "recommendation",
    title: "处置建议",
    value: (row) => (row.reading?.recommendation ? DECISION_LABEL[row.reading.recommendation] : undefined),
  },
  {
    id: "decision",
    title: "评审决定",
    value: (row) => (row.decision === null ? "未评审" : DECISION_LABEL[row.decision]),
  },
  {
    id: "known",
    title: "信息完整度",
    value: (row) => {
      const { known, total } = completeness(row);
      return `${known}/${total}`;
    },
  },
  { id: "key", title: "识别键", value: (row) => row.key },
  { id: "updated", title: "最近修改", value: (row) => isoDay(row.updatedAt), isShort: true, sort: "updated" },
];

const USUAL = ["name", "kind", "unit", "state", "band", "burden", "recommendation", "decision", "updated"];

function attributeColumn(kind: AssetKind, key: string, field: FieldSpec): Column {
  const isNumber = field.type === "integer" || field.type === "number";
  return {
    id: `attribute.${key}`,
    title: isNumber ? `${field.label}(${field.unit})` : field.label,
    value: (row) => {
      if (row.kind !== kind) return undefined;
      const value = (row.attributes as Record<string, unknown>)[key];
      return isNumber && typeof value === "number" ? value : attributeText(field, value);
    },
    isNumber,
  };
}

/** All columns that can be shown: the common ones, and the attributes when the list holds one kind only. */
export function availableColumns(kinds: readonly AssetKind[] | undefined): Column[] {
  const only = kinds?.length === 1 ? kinds[0] : undefined;
  if (only === undefined) return [...COMMON];
  return [...COMMON, ...Object.entries(FIELDS[only]).map(([key, field]) => attributeColumn(only, key, field))];
}

/** The columns to show, the name always first; the usual ones when none were chosen. */
export function shownColumns(kinds: readonly AssetKind[] | undefined, chosen: readonly string[] | undefined): Column[] {
  const usual = kinds?.length === 1 ? USUAL.filter((id) => id !== "kind") : USUAL;
  const ids = new Set(["name", ...(chosen ?? usual)]);
  return availableColumns(kinds).filter((column) => ids.has(column.id));
}
