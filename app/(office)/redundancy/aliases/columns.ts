import type { AliasRow } from "#db/queries/aliases.ts";
import { formatTime } from "#lib/format/date.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { ALIAS_ANSWER_LABEL } from "#lib/redundancy/vocabulary.ts";

/** The columns of the workbook; null is a cell that stays empty. */
export const EXPORT_COLUMNS: readonly { title: string; width: number; value: (row: AliasRow) => string | null }[] = [
  { title: "甲项字段", width: 28, value: (row) => row.aLabel },
  { title: "甲项读作", width: 28, value: (row) => elementName(row.aKey) },
  { title: "甲项表单", width: 28, value: (row) => row.aForm ?? "各表" },
  { title: "乙项字段", width: 28, value: (row) => row.bLabel },
  { title: "乙项读作", width: 28, value: (row) => elementName(row.bKey) },
  { title: "乙项表单", width: 28, value: (row) => row.bForm ?? "各表" },
  { title: "认定", width: 12, value: (row) => ALIAS_ANSWER_LABEL[row.answer] },
  { title: "说明", width: 30, value: (row) => row.note },
  { title: "认定人", width: 14, value: (row) => row.decidedByName },
  { title: "认定时间", width: 20, value: (row) => formatTime(row.decidedAt) },
  { title: "行政区划", width: 16, value: (row) => row.regionName ?? row.regionCode },
  { title: "状态", width: 10, value: (row) => (row.undoneAt === null ? "有效" : "已撤销") },
  { title: "撤销人", width: 14, value: (row) => row.undoneByName },
  { title: "撤销时间", width: 20, value: (row) => (row.undoneAt === null ? null : formatTime(row.undoneAt)) },
];
