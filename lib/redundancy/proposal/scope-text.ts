import { WORK_LINE_LABEL, type WorkLine } from "../../asset/vocabulary.ts";

/** Which forms a proposal is about, in words. */
export function scopeText(
  selection: { workLines?: readonly string[]; unitIds?: readonly string[]; assetIds?: readonly string[] },
  unitName: (id: string) => string | undefined,
): string {
  const { workLines = [], unitIds = [], assetIds = [] } = selection;
  const parts = [
    workLines.length === 0
      ? null
      : `条线为${workLines.map((line) => WORK_LINE_LABEL[line as WorkLine] ?? line).join("、")}`,
    unitIds.length === 0 ? null : `主办单位为${unitIds.map((id) => unitName(id) ?? "已不在台账的单位").join("、")}`,
    assetIds.length === 0 ? null : `选定的 ${assetIds.length} 张`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "全部运行中的表单" : `${parts.join("，")}的运行中表单`;
}
