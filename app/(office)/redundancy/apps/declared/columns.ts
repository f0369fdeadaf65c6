import type { DeclarationRow } from "#db/queries/app-declarations.ts";
import { DECLARATION_LABEL } from "#lib/redundancy/app/declared.ts";

export const WHY: Record<NonNullable<DeclarationRow["why"]>, string> = {
  not_declared: "没有填写“申报的同类应用”",
  not_listed: "没有列明主要功能，无从比对",
};

/** What the department says, in one line. */
export function declaredText({ declared, why }: DeclarationRow): string | null {
  if (why === "not_declared") return null;
  return declared.length === 0 ? "申报“无”" : declared.map(({ name }) => name).join("、");
}

type Column = { title: string; width: number; value: (row: DeclarationRow) => string | number | null };

export const EXPORT_COLUMNS: readonly Column[] = [
  { title: "应用", width: 28, value: (row) => row.name },
  { title: "主办单位", width: 24, value: (row) => row.unitName },
  { title: "结果", width: 22, value: (row) => DECLARATION_LABEL[row.outcome] },
  { title: "申报的同类应用", width: 36, value: declaredText },
  {
    title: "申报且比对发现",
    width: 36,
    value: (row) => row.declared.flatMap(({ found }) => found?.name ?? []).join("、"),
  },
  {
    title: "申报而比对没有发现",
    width: 36,
    value: (row) => row.declared.flatMap(({ name, found }) => (found === null ? [name] : [])).join("、"),
  },
  { title: "比对发现而没有申报", width: 36, value: (row) => row.undeclared.map(({ name }) => name).join("、") },
  { title: "无法核对的原因", width: 28, value: (row) => (row.why === null ? null : WHY[row.why]) },
];
