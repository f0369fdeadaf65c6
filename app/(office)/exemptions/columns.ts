import type { ExemptionRow } from "#db/queries/exemptions.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { EXEMPTION_STANDING_LABEL, standingOf } from "#lib/exemption/standing.ts";
import { formatTime } from "#lib/format/date.ts";
import { RULES } from "#lib/risk/rules/index.ts";

/** The columns of the workbook; null is a cell that stays empty. */
export const EXPORT_COLUMNS: readonly {
  title: string;
  width: number;
  value: (row: ExemptionRow, today: string) => string | null;
}[] = [
  { title: "条目", width: 28, value: (row) => row.assetName },
  { title: "种类", width: 16, value: (row) => ASSET_KIND_LABEL[row.assetKind] },
  { title: "主办单位", width: 22, value: (row) => row.unitName },
  { title: "规则", width: 28, value: (row) => RULES.get(row.ruleId)?.title ?? row.ruleId },
  { title: "状态", width: 10, value: (row, today) => EXEMPTION_STANDING_LABEL[standingOf(row, today)] },
  { title: "截止日期", width: 12, value: (row) => row.until },
  { title: "理由", width: 36, value: (row) => row.reason },
  { title: "依据的文件", width: 40, value: (row) => row.evidence },
  { title: "申请人", width: 14, value: (row) => row.requestedByName },
  { title: "申请时间", width: 20, value: (row) => formatTime(row.requestedAt) },
  { title: "处理人", width: 14, value: (row) => row.decidedByName },
  { title: "处理时间", width: 20, value: (row) => (row.decidedAt === null ? null : formatTime(row.decidedAt)) },
  { title: "处理意见", width: 30, value: (row) => row.decisionNote },
];
