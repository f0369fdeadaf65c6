import type { FormPairRow, OverlapSide } from "#db/queries/overlaps.ts";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { FREQUENCY_LABEL, WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { FORM_RELATION_LABEL } from "#lib/redundancy/vocabulary.ts";

/** How often a form is handed in; null is unknown. */
export function frequencyText({ frequency, timesPerYear }: Pick<OverlapSide, "frequency" | "timesPerYear">) {
  const counted = timesPerYear === null ? null : `每年 ${formatNumber(timesPerYear, 1)} 次`;
  return frequency === null ? counted : FREQUENCY_LABEL[frequency];
}

export function respondentText(respondent: string | null): string | null {
  const options: Record<string, string> = FORM_FIELDS.respondent.options;
  return respondent === null ? null : (options[respondent] ?? respondent);
}

/** Shares of two sets from 0 to 1; null where a set is empty. */
export function sharesOf({ shared, a, b }: { shared: number; a: number; b: number }) {
  const part = (whole: number) => (whole === 0 ? null : shared / whole);
  return { jaccard: part(a + b - shared), ofA: part(a), ofB: part(b) };
}
export const allShares = ({ shared, sizeA, sizeB }: FormPairRow) => sharesOf({ shared, a: sizeA, b: sizeB });
export const ownShares = ({ ownShared, ownA, ownB }: FormPairRow) => sharesOf({ shared: ownShared, a: ownA, b: ownB });

type Column = { title: string; width: number; value: (row: FormPairRow) => string | number | null };

const sideColumns = (name: "甲" | "乙", of: (row: FormPairRow) => OverlapSide): Column[] => [
  { title: `${name}表`, width: 32, value: (row) => of(row).name },
  { title: `${name}表主办单位`, width: 22, value: (row) => of(row).unitName },
  {
    title: `${name}表条线`,
    width: 12,
    value: (row) => {
      const { workLine } = of(row);
      return workLine === null ? null : WORK_LINE_LABEL[workLine];
    },
  },
  { title: `${name}表填报主体`, width: 14, value: (row) => respondentText(of(row).respondent) },
  { title: `${name}表频次`, width: 12, value: (row) => frequencyText(of(row)) },
  { title: `${name}表年负担（小时）`, width: 16, value: (row) => rounded(of(row).hours) },
];

/** The columns of the workbook. */
export const EXPORT_COLUMNS: readonly Column[] = [
  { title: "关系", width: 14, value: (row) => FORM_RELATION_LABEL[row.relation] },
  ...sideColumns("甲", (row) => row.a),
  ...sideColumns("乙", (row) => row.b),
  { title: "相同数据项", width: 12, value: (row) => row.shared },
  { title: "甲表数据项", width: 12, value: (row) => row.sizeA },
  { title: "乙表数据项", width: 12, value: (row) => row.sizeB },
  { title: "相同比例（%）", width: 14, value: (row) => share(allShares(row).jaccard) },
  { title: "占甲表（%）", width: 14, value: (row) => share(allShares(row).ofA) },
  { title: "占乙表（%）", width: 14, value: (row) => share(allShares(row).ofB) },
  { title: "相同（除基本信息）", width: 16, value: (row) => row.ownShared },
  { title: "甲表（除基本信息）", width: 16, value: (row) => row.ownA },
  { title: "乙表（除基本信息）", width: 16, value: (row) => row.ownB },
  { title: "相同比例（除基本信息，%）", width: 22, value: (row) => share(ownShares(row).jaccard) },
];

const rounded = (hours: number | null) => (hours === null ? null : Math.round(hours * 10) / 10);
/** Percent, one decimal. */
const share = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 10);
