/** What changes in one column of a data element, as it is written there; "" is not known. */
export type ElementChange = { column: string; from: string; to: string };

/** A change in words: 数源部门：公安机关 → 县公安局. */
export function changeText({ column, from, to }: ElementChange): string {
  return `${column}：${from === "" ? "（空）" : from} → ${to === "" ? "（空）" : to}`;
}
