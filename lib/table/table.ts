/** A row with something in it: the number it bears in the file (as a spreadsheet shows it, from 1) and its cells as text, "" where empty. */
export type TableRow = { rowNo: number; cells: string[] };

export type TableFormat = "csv" | "xlsx";
export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** A file opened for reading: its header, and the rows below it as a stream that can be walked once. */
export type Table = {
  format: TableFormat;
  /** Null for a workbook. */
  encoding: TextEncoding | null;
  /** The sheet that is read, null for a text file, and the visible sheets that are not. */
  sheet: string | null;
  otherSheets: string[];
  header: { rowNo: number; names: string[] };
  rows: AsyncGenerator<TableRow, void, undefined>;
};

/** What a file may be at most; beyond it reading stops at once with "too_large". */
export type Limits = {
  /** Bytes of the file itself. */
  fileBytes: number;
  rows: number;
  columns: number;
  cellChars: number;
  /** Bytes of a workbook after unpacking, in all and in any part but a sheet (those are held in memory). */
  unpackedBytes: number;
  partBytes: number;
  /** Unpacked to packed, tested from `ratioFromBytes` on: real ledgers stay below 50. */
  ratio: number;
  ratioFromBytes: number;
};

const MB = 1024 * 1024;
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50 * MB,
  rows: 500_000,
  columns: 500,
  cellChars: 32_767,
  unpackedBytes: 600 * MB,
  partBytes: 96 * MB,
  ratio: 200,
  ratioFromBytes: 8 * MB,
};

/** Stands in a cell whose formula carries no saved result. */
export const UNSAVED_FORMULA = "#FORMULA!";
const CELL_ERRORS = new Set([
  "#REF!",
  "#DIV/0!",
  "#VALUE!",
  "#NAME?",
  "#N/A",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  UNSAVED_FORMULA,
]);

/** Whether a cell holds a spreadsheet's error value instead of data. */
export function isCellError(text: string): boolean {
  return CELL_ERRORS.has(text);
}

/** The name of a cell as a spreadsheet shows it: (0, 12) is "A12". */
export function cellName(columnIndex: number, rowNo: number): string {
  let letters = "";
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${rowNo}`;
}
