import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { FREQUENCY_LABEL, WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { officeName, type RedundancyInput } from "#lib/redundancy/waste/input.ts";
import { WASTE_CAUSE_LABEL, WASTE_CAUSES, wastedHours } from "#lib/redundancy/waste/waste.ts";
import type { ExportColumn } from "../../export-columns.ts";
import type { AskingRow } from "./load-element.ts";

const exact = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 1000) / 1000;

/** How often a form is asked for, named and counted. */
export function frequencyText({ form: { frequency, timesPerYear } }: AskingRow): string | null {
  if (timesPerYear === null) return frequency === null ? null : `${FREQUENCY_LABEL[frequency]}，年次数未知`;
  const named = frequency === null ? "" : `${FREQUENCY_LABEL[frequency]}，`;
  return `${named}一年 ${formatNumber(timesPerYear, 1)} 次`;
}

/** Rows that one unit fills each time: as the register says, else as the minutes allow; null is unknown. */
export function rowsText({ form, measured }: AskingRow): string | null {
  const said = form.rows === null ? null : `${formatNumber(form.rows, 1)} 行`;
  if (measured === null || form.minutes === null) return said;
  const reckoned = `按用时折算 ${formatNumber(measured.rows, 1)} 行`;
  return said === null ? reckoned : `${said}（${reckoned}）`;
}

export const askingExport = (input: RedundancyInput): readonly ExportColumn<AskingRow>[] => [
  { title: "表", width: 36, value: ({ form }) => form.name },
  { title: "主办单位", width: 24, value: ({ form }) => officeName(input, form.officeId) },
  { title: "条线", width: 12, value: ({ form }) => (form.workLine === null ? "未知" : WORK_LINE_LABEL[form.workLine]) },
  { title: "叫法", width: 24, value: ({ label }) => label },
  { title: "填报主体", width: 14, value: ({ form }) => form.respondent ?? "未知" },
  {
    title: "填报粒度",
    width: 14,
    value: ({ form }) => (form.grain === null ? "未知" : FORM_FIELDS.grain.options[form.grain]),
  },
  { title: "涉及人群", width: 16, value: ({ form }) => form.population ?? "未知" },
  { title: "填报频率", width: 18, value: (row) => frequencyText(row) ?? "未知" },
  { title: "填报单位数", width: 12, value: ({ form }) => form.units },
  { title: "每单位行数", width: 12, value: ({ form }) => form.rows },
  { title: "计算用行数", width: 12, value: ({ measured }) => exact(measured?.rows) },
  { title: "这一项共花（小时/年）", width: 20, value: ({ asking }) => exact(asking?.hours) },
  {
    title: "可省（小时/年）",
    width: 16,
    value: ({ asking }) => exact(asking === null ? undefined : wastedHours(asking.wasted)),
  },
  ...WASTE_CAUSES.map(
    (cause): ExportColumn<AskingRow> => ({
      title: `其中${WASTE_CAUSE_LABEL[cause]}`,
      width: 16,
      value: ({ asking }) => exact(asking?.wasted[cause]),
    }),
  ),
  { title: "缺什么", width: 30, value: ({ missing }) => missing.join("、") },
];
