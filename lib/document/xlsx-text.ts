import { DomainError } from "../errors.ts";
import { isCellError } from "../table/table.ts";
import { notesOf, openWorkbook, sheetRows } from "../table/xlsx-rows.ts";
import type { Words } from "./docx-text.ts";
import { tooLong } from "./flow.ts";
import { ARCHIVE_LIMITS, MAX_TEXT_CHARS } from "./limits.ts";

/** The lines of a workbook: each row a line, cells separated by tabs; several sheets stand under their names. Hidden ones are left out. */
export async function xlsxText(bytes: Uint8Array): Promise<Words> {
  const workbook = await openWorkbook(bytes, ARCHIVE_LIMITS);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const lines: string[] = [];
  let chars = 0;
  for (const { name } of visible) {
    const notes = await notesOf(workbook, name);
    const from = lines.length;
    // A block merged downwards says its words once.
    for await (const row of sheetRows(workbook, name, { ...notes, merges: [] }, ARCHIVE_LIMITS)) {
      const cells = row.cells.map((cell) => (isCellError(cell) ? "" : cell.replace(/\s+/g, " ").trim()));
      const filled = cells.filter((cell) => cell !== "");
      if (filled.length === 0) continue;
      const line = filled.length === 1 ? (filled[0] as string) : cells.join("\t");
      chars += line.length;
      if (chars > MAX_TEXT_CHARS) throw tooLong();
      lines.push(line);
    }
    if (lines.length > from && visible.length > 1) lines.splice(from, 0, name);
  }
  if (lines.length === 0) throw new DomainError("invalid", "工作簿里没有文字，请选择有内容的文件");
  const hidden = workbook.sheets.length - visible.length;
  return { lines, title: null, notes: hidden > 0 ? [`有 ${hidden} 个隐藏的工作表没有读入`] : [] };
}
