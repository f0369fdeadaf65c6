import type { AppCut } from "#db/queries/app-overlap-filter.ts";
import type { AppPairRow, AppSide } from "#db/queries/app-overlaps.ts";
import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { type AppEvidence, appEvidence, CANDIDATE_LABEL } from "#lib/redundancy/app/evidence.ts";
import { SHARED_USERS_LABEL, type SharedUsers, sharedUsers } from "#lib/redundancy/app/shared-users.ts";

/** What the three kinds of evidence say of a pair under these limits. */
export function evidenceOf(row: AppPairRow, cut: AppCut): AppEvidence {
  return appEvidence(row.counts, { covered: cut.covered / 100, shared: cut.shared, text: cut.text / 100 });
}

/** Null where one of the two is not for the actor to see. */
export function usersOf({ a, b }: AppPairRow): SharedUsers | null {
  return a.users === null || b.users === null ? null : sharedUsers(a.users, b.users);
}

export const candidateText = ({ candidate }: AppEvidence) =>
  candidate === null ? "未达门槛" : CANDIDATE_LABEL[candidate];

type Column = { title: string; width: number; value: (row: AppPairRow, cut: AppCut) => string | number | null };

const sideColumns = (name: "甲" | "乙", of: (row: AppPairRow) => AppSide): Column[] => [
  { title: `${name}应用`, width: 28, value: (row) => of(row).name },
  { title: `${name}主办单位`, width: 22, value: (row) => of(row).unitName },
  {
    title: `${name}条线`,
    width: 12,
    value: (row) => {
      const { workLine } = of(row);
      return workLine === null ? null : WORK_LINE_LABEL[workLine];
    },
  },
];

/** The columns of the workbook: each kind of evidence has its own. */
export const EXPORT_COLUMNS: readonly Column[] = [
  { title: "结论", width: 16, value: (row, cut) => candidateText(evidenceOf(row, cut)) },
  ...sideColumns("甲", (row) => row.a),
  ...sideColumns("乙", (row) => row.b),
  { title: "相同功能数", width: 12, value: ({ counts }) => known(counts, counts.shared) },
  { title: "相同功能", width: 40, value: ({ functions }) => functions.join("、") },
  { title: "甲列明功能", width: 12, value: ({ counts }) => listed(counts.sizeA) },
  { title: "乙列明功能", width: 12, value: ({ counts }) => listed(counts.sizeB) },
  { title: "占甲功能（%）", width: 14, value: (row, cut) => share(evidenceOf(row, cut).functions?.coveredA) },
  { title: "占乙功能（%）", width: 14, value: (row, cut) => share(evidenceOf(row, cut).functions?.coveredB) },
  { title: "功能相同比例（%）", width: 16, value: (row, cut) => share(evidenceOf(row, cut).functions?.jaccard) },
  { title: "名称和用途文字相同比例（%）", width: 24, value: (row, cut) => share(evidenceOf(row, cut).text?.jaccard) },
  {
    title: "使用对象",
    width: 20,
    value: (row) => {
      const users = usersOf(row);
      return users === null ? "不公开" : SHARED_USERS_LABEL[users.verdict];
    },
  },
  { title: "使用对象说明", width: 48, value: (row) => usersOf(row)?.words.join("；") ?? null },
];

/** Nothing is known of functions where one app lists none. */
const known = ({ sizeA, sizeB }: AppPairRow["counts"], shared: number) => (sizeA === 0 || sizeB === 0 ? null : shared);
const listed = (size: number) => (size === 0 ? "未列明" : size);
/** Percent, one decimal. */
const share = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1000) / 10);
