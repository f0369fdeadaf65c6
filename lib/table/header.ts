import { DomainError } from "../errors.ts";
import type { Merge } from "./sheet-notes.ts";
import { cellName, type TableRow } from "./table.ts";

const MEND = "请取消合并，把表头整理成一行、每列一个名称后再导入";

/** Refuses a header row that a merged block lies in. */
export function refuseMergedHeader(rowNo: number, merges: readonly Merge[]): void {
  const merge = merges.find(({ top, bottom }) => top <= rowNo - 1 && bottom >= rowNo - 1);
  if (!merge) return;
  const range = `${cellName(merge.left, merge.top + 1)}:${cellName(merge.right, merge.bottom + 1)}`;
  throw new DomainError("invalid", `表头有合并单元格（${range}），无法确定每一列的名称，${MEND}`);
}

/**
 * Refuses a header in two lines, which a text file shows as column names in the line next to the header,
 * above or below a blank in the header.
 */
export function refuseTwoLineHeader(
  top: readonly TableRow[],
  at: number,
  recognised: (names: string[]) => number,
): void {
  const header = top[at] as TableRow;
  for (const neighbour of [top[at - 1], top[at + 1]]) {
    if (!neighbour || Math.abs(neighbour.rowNo - header.rowNo) !== 1) continue;
    const overBlank = neighbour.cells.filter((cell, index) => cell !== "" && (header.cells[index] ?? "") === "");
    if (overBlank.length > 0 && recognised(overBlank) > 0) {
      throw new DomainError(
        "invalid",
        `表头分成了第 ${Math.min(header.rowNo, neighbour.rowNo)}、${Math.max(header.rowNo, neighbour.rowNo)} 两行，${MEND}`,
      );
    }
  }
}
