import { writeXlsxStream } from "hucre/xlsx";
import { HINT_PREFIX } from "./hint-columns.ts";
import type { RowProblem } from "./outcome.ts";
import type { Cells } from "./setup.ts";

const HINTS = ["行号", "出错列", "问题", "如何修改"].map((name) => HINT_PREFIX + name);

/**
 * The rows in error as an .xlsx workbook, streamed: the columns of the file as they were, then the row number,
 * the column, what is wrong and how to mend it. Mended, the workbook can be imported as it is.
 */
export function rejectWorkbook(
  columns: readonly string[],
  rows: AsyncIterable<{ rowNo: number; cells: Cells; problems: readonly RowProblem[] }>,
): ReadableStream<Uint8Array> {
  const own = columns.filter((column) => !column.startsWith(HINT_PREFIX));
  async function* lines() {
    for await (const { rowNo, cells, problems } of rows) {
      const errors = problems.filter((problem) => problem.level === "error");
      const each = (text: (problem: RowProblem) => string) =>
        errors
          .map((problem, index) => (errors.length > 1 ? `${index + 1}. ${text(problem)}` : text(problem)))
          .join("\n");
      yield [
        ...own.map((column) => cells[column] ?? null),
        rowNo,
        each((problem) => problem.column || "整行"),
        each((problem) => problem.message),
        each((problem) => problem.mend),
      ];
    }
  }
  return writeXlsxStream(lines(), {
    name: "有误的行",
    columns: [...own, ...HINTS].map((header) => ({ header, width: header.startsWith(HINT_PREFIX) ? 28 : 18 })),
    freezePane: { rows: 1 },
  });
}
