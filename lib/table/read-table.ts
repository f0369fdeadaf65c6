import { DomainError } from "../errors.ts";
import { type ByteSource, collect, limitBytes, peek } from "./bytes.ts";
import { csvRows } from "./csv-rows.ts";
import { decodeText } from "./decode-text.ts";
import { fileFormat, isOle, oleRefusal } from "./file-format.ts";
import { refuseMergedHeader, refuseTwoLineHeader } from "./header.ts";
import { DEFAULT_LIMITS, type Limits, type Table, type TableRow } from "./table.ts";
import { hasValues, notesOf, openWorkbook, sheetRows } from "./xlsx-rows.ts";

/** Rows from the top among which the header is looked for: titles and notes often stand above it. */
const HEADER_WITHIN = 10;

export type ReadOptions = {
  fileName: string;
  /** The sheet to read; the first visible one that is not empty when absent. */
  sheet?: string | undefined;
  /** How many of a row's cells are recognised as column names; the header is the row with most. */
  recognised: (names: string[]) => number;
  /** Take the first row with two names or more when nothing is recognised (to map columns by hand). */
  orFirstRow?: boolean;
  limits?: Partial<Limits>;
};

/**
 * Opens a CSV or XLSX file as a table. Throws "invalid" (what the file is, and what to do) or "too_large";
 * the rows may throw the same later, since they are read as they are asked for.
 */
export async function readTable(bytes: ByteSource, options: ReadOptions): Promise<Table> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { head, source } = await peek(limitBytes(bytes, limits.fileBytes), 8);
  if (isOle(head)) throw oleRefusal(await collect(source));
  const format = fileFormat(options.fileName, head);
  return format === "csv" ? readText(source, options, limits) : readWorkbook(await collect(source), options, limits);
}

async function readText(source: ByteSource, options: ReadOptions, limits: Limits): Promise<Table> {
  const { encoding, chunks } = decodeText(source);
  const rows = csvRows(chunks, limits);
  const { header, body } = await splitHeader(rows, options, limits);
  return { format: "csv", encoding: encoding(), sheet: null, otherSheets: [], header, rows: body };
}

async function readWorkbook(bytes: Uint8Array, options: ReadOptions, limits: Limits): Promise<Table> {
  const workbook = await openWorkbook(bytes, limits);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  let sheet = workbook.sheets.find((candidate) => candidate.name === options.sheet)?.name;
  if (options.sheet !== undefined && sheet === undefined) {
    const names = workbook.sheets.map((candidate) => `“${candidate.name}”`).join("、");
    throw new DomainError("invalid", `工作簿里没有名为“${options.sheet}”的工作表，现有：${names}`);
  }
  let notes = sheet === undefined ? undefined : await notesOf(workbook, sheet);
  for (const candidate of visible) {
    if (sheet !== undefined) break;
    // Walked before its values are read, so that a sheet never unpacks to more than it declared.
    notes = await notesOf(workbook, candidate.name);
    if (await hasValues(workbook, candidate.name, limits)) sheet = candidate.name;
  }
  if (sheet === undefined || notes === undefined)
    throw new DomainError("invalid", "工作簿里没有内容，请选择有数据的文件");
  const { header, body } = await splitHeader(sheetRows(workbook, sheet, notes, limits), options, limits);
  refuseMergedHeader(header.rowNo, notes.merges);
  const otherSheets = visible.map(({ name }) => name).filter((name) => name !== sheet);
  return { format: "xlsx", encoding: null, sheet, otherSheets, header, rows: body };
}

async function splitHeader(
  rows: AsyncGenerator<TableRow, void, undefined>,
  options: ReadOptions,
  limits: Limits,
): Promise<{ header: Table["header"]; body: Table["rows"] }> {
  const top: TableRow[] = [];
  while (top.length < HEADER_WITHIN) {
    const next = await rows.next();
    if (next.done) break;
    top.push(next.value);
  }
  if (top.length === 0) throw new DomainError("invalid", "文件里没有内容，请选择有数据的文件");
  const scores = top.map((row) => options.recognised(row.cells));
  let at = scores.indexOf(Math.max(...scores));
  if (scores[at] === 0) {
    at = options.orFirstRow ? top.findIndex((row) => row.cells.filter((cell) => cell !== "").length >= 2) : -1;
    if (at < 0) {
      throw new DomainError(
        "invalid",
        `前 ${HEADER_WITHIN} 行里没有找到表头，请确认第一行是列名（如“名称”“主办单位”），或手工指定各列对应的内容；列名若显示为乱码，请另存为 XLSX 再导入`,
      );
    }
  }
  refuseTwoLineHeader(top, at, options.recognised);
  const row = top[at] as TableRow;
  return { header: { rowNo: row.rowNo, names: columnNames(row.cells) }, body: body(top.slice(at + 1), rows, limits) };
}

async function* body(
  first: TableRow[],
  rest: AsyncGenerator<TableRow, void, undefined>,
  limits: Limits,
): AsyncGenerator<TableRow, void, undefined> {
  let count = 0;
  const counted = (row: TableRow) => {
    count += 1;
    if (count > limits.rows)
      throw new DomainError("too_large", `数据超过 ${limits.rows} 行的上限，请拆成几个文件分别导入`);
    return row;
  };
  try {
    for (const row of first) yield counted(row);
    for await (const row of rest) yield counted(row);
  } finally {
    await rest.return();
  }
}

/** The name of a column that has none in the header, by its place from 0. */
export const unnamedColumn = (index: number) => `第 ${index + 1} 列`;

/** Names as written, line breaks and spaces at the ends removed; a blank or repeated one is told apart by its place. */
function columnNames(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const written = cell.replace(/\s+/g, " ").trim();
    const name =
      written === "" ? unnamedColumn(index) : seen.has(written) ? `${written}（${unnamedColumn(index)}）` : written;
    seen.add(name);
    return name;
  });
}
