import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import type { ElementWaste, FormWaste, LineWaste, OfficePairWaste } from "#lib/redundancy/waste/cuts.ts";
import { officeName, type RedundancyInput } from "#lib/redundancy/waste/input.ts";
import {
  type UnmeasuredWaste,
  WASTE_CAUSE_LABEL,
  WASTE_CAUSES,
  type WasteCause,
  wastedHours,
} from "#lib/redundancy/waste/waste.ts";

export type ExportColumn<R> = { title: string; width: number; value: (row: R) => string | number | null };
type Wasted = { hours: number; wasted: Record<WasteCause, number> };

const exact = (hours: number): number => Math.round(hours * 1000) / 1000;
const hourColumns = <R extends Wasted>(): ExportColumn<R>[] => [
  { title: "可省（小时/年）", width: 16, value: ({ wasted }) => exact(wastedHours(wasted)) },
  ...WASTE_CAUSES.map(
    (cause): ExportColumn<R> => ({
      title: `其中${WASTE_CAUSE_LABEL[cause]}`,
      width: 16,
      value: ({ wasted }) => exact(wasted[cause]),
    }),
  ),
  { title: "填录共花（小时/年）", width: 18, value: ({ hours }) => exact(hours) },
];

export const ELEMENT_EXPORT: readonly ExportColumn<ElementWaste>[] = [
  { title: "数据项", width: 30, value: ({ element }) => element.name },
  ...hourColumns<ElementWaste>(),
  { title: "表数", width: 8, value: ({ forms }) => forms },
  { title: "单位数", width: 8, value: ({ offices }) => offices },
  { title: "叫法", width: 40, value: ({ wordings }) => wordings.join("、") },
  { title: "数据元", width: 20, value: ({ element }) => element.datum?.name ?? null },
  { title: "数源部门", width: 20, value: ({ element }) => element.datum?.sourceDepartment ?? null },
];

export const LINE_EXPORT: readonly ExportColumn<LineWaste>[] = [
  { title: "条线", width: 16, value: ({ workLine }) => (workLine === null ? "未知" : WORK_LINE_LABEL[workLine]) },
  ...hourColumns<LineWaste>(),
  { title: "已测算的表", width: 12, value: ({ forms }) => forms },
  { title: "无法测算的表", width: 12, value: ({ unmeasured }) => unmeasured },
];

export const formExport = (input: RedundancyInput): readonly ExportColumn<FormWaste>[] => [
  { title: "表", width: 36, value: ({ form }) => form.name },
  { title: "主办单位", width: 24, value: ({ form }) => officeName(input, form.officeId) },
  ...hourColumns<FormWaste>(),
  { title: "数据项数", width: 10, value: ({ elements }) => elements },
];

export const pairExport = (input: RedundancyInput): readonly ExportColumn<OfficePairWaste>[] => [
  { title: "单位一", width: 24, value: ({ one }) => officeName(input, one) },
  { title: "单位二", width: 24, value: ({ other }) => officeName(input, other) },
  { title: "相互重复（小时/年）", width: 18, value: ({ hours }) => exact(hours) },
  { title: "数据项数", width: 10, value: ({ elements }) => elements },
  { title: "表数", width: 8, value: ({ forms }) => forms },
];

export const unmeasuredExport = (input: RedundancyInput): readonly ExportColumn<UnmeasuredWaste>[] => [
  { title: "表", width: 36, value: ({ form }) => form.name },
  { title: "主办单位", width: 24, value: ({ form }) => officeName(input, form.officeId) },
  { title: "缺什么", width: 40, value: ({ missing }) => missing.join("、") },
];
