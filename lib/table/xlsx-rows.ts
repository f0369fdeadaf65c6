import { HucreError } from "hucre";
import { streamXlsxRows } from "hucre/xlsx";
import { DomainError } from "../errors.ts";
import { type Merge, type SheetNotes, sheetNotes } from "./sheet-notes.ts";
import { type Limits, type TableRow, UNSAVED_FORMULA } from "./table.ts";
import { refuseBomb, unpack, unpackText, type ZipEntry, zipEntries } from "./zip-entries.ts";

export type Workbook = {
  bytes: Uint8Array;
  entries: ZipEntry[];
  sheets: { name: string; part: string; hidden: boolean }[];
};

const READ_WHOLE = /\.rels$|^\[Content_Types\]\.xml$|^xl\/[^/]+\.xml$/i;

const notWorkbook = () =>
  new DomainError("invalid", "压缩包里没有 Excel 工作表，请用 Excel 或 WPS 打开后“另存为” .xlsx 再导入");

/** Opens an .xlsx archive after refusing what would unpack beyond the limits; reads no sheet yet. */
export async function openWorkbook(bytes: Uint8Array, limits: Limits): Promise<Workbook> {
  const entries = zipEntries(bytes);
  refuseBomb(entries, limits);
  // The reader of values unpacks these whole, whatever the archive declared: hold them to it first.
  for (const entry of entries) if (READ_WHOLE.test(entry.name)) for await (const _chunk of unpack(bytes, entry));
  const workbookXml = await unpackText(bytes, entries, "xl/workbook.xml");
  const relationsXml = await unpackText(bytes, entries, "xl/_rels/workbook.xml.rels");
  if (workbookXml === undefined || relationsXml === undefined) throw notWorkbook();
  const parts = new Map<string, string>();
  for (const element of elements(relationsXml, "Relationship")) {
    const target = element.Target ?? "";
    parts.set(element.Id ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
  }
  const sheets = elements(workbookXml, "sheet").flatMap((sheet) => {
    const relation = Object.entries(sheet).find(([name]) => name.endsWith(":id"))?.[1];
    const part = parts.get(relation ?? "");
    return sheet.name && part?.includes("worksheets/")
      ? [{ name: sheet.name, part, hidden: sheet.state === "hidden" || sheet.state === "veryHidden" }]
      : [];
  });
  if (sheets.length === 0) throw notWorkbook();
  return { bytes, entries, sheets };
}

/** The attributes of every element of that local name. */
function elements(xml: string, local: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${local}\\s([^>]*)>`, "g"))].map(([, inside]) =>
    Object.fromEntries(
      [...(inside as string).matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
        name as string,
        unescapeXml(double ?? single ?? ""),
      ]),
    ),
  );
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (ENTITIES[name] ?? whole),
  );
}

/** What stands in a sheet beside its values. */
export async function notesOf(workbook: Workbook, sheetName: string): Promise<SheetNotes> {
  const part = workbook.sheets.find((sheet) => sheet.name === sheetName)?.part;
  const entry = workbook.entries.find((candidate) => candidate.name === part);
  if (!entry) throw notWorkbook();
  return sheetNotes(workbook.bytes, entry);
}

/** Whether a sheet holds any value in its first rows. */
export async function hasValues(workbook: Workbook, sheetName: string, limits: Limits): Promise<boolean> {
  const none: SheetNotes = { unsavedFormulas: new Set(), merges: [] };
  for await (const _row of sheetRows(workbook, sheetName, none, limits, 200)) return true;
  return false;
}

/**
 * The rows of a sheet, blank ones left out but counted. Formulas give their saved result; one without stands as `UNSAVED_FORMULA`.
 * A block merged downwards gives its value to each of its rows, as a spreadsheet means it.
 */
export async function* sheetRows(
  workbook: Workbook,
  sheetName: string,
  notes: SheetNotes,
  limits: Limits,
  maxRows?: number,
): AsyncGenerator<TableRow, void, undefined> {
  const down = notes.merges.filter((merge) => merge.bottom > merge.top).sort((a, b) => a.top - b.top);
  let nextMerge = 0;
  let open: { merge: Merge; value: string }[] = [];
  try {
    for await (const row of streamXlsxRows(workbook.bytes, { sheet: sheetName, ...(maxRows ? { maxRows } : {}) })) {
      const cells = row.values.map(cellText);
      if (notes.unsavedFormulas.size > 0) {
        for (let column = 0; column < cells.length; column += 1) {
          if (cells[column] === "" && notes.unsavedFormulas.has(`${row.index},${column}`))
            cells[column] = UNSAVED_FORMULA;
        }
      }
      open = open.filter(({ merge }) => merge.bottom >= row.index);
      for (const { merge, value } of open) {
        while (cells.length <= merge.left) cells.push("");
        if (cells[merge.left] === "") cells[merge.left] = value;
      }
      for (let merge = down[nextMerge]; merge && merge.top <= row.index; merge = down[++nextMerge]) {
        if (merge.bottom >= row.index)
          open.push({ merge, value: merge.top === row.index ? (cells[merge.left] ?? "") : "" });
      }
      while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
      if (cells.length > limits.columns) {
        throw new DomainError("too_large", `第 ${row.index + 1} 行超过 ${limits.columns} 列，请只保留需要导入的列`);
      }
      if (cells.length > 0) yield { rowNo: row.index + 1, cells };
    }
  } catch (cause) {
    if (cause instanceof DomainError || !(cause instanceof HucreError)) throw cause;
    throw new DomainError("invalid", "工作簿已损坏，请用 Excel 或 WPS 打开并重新保存后再导入", { cause });
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateText(value);
  return String(value).replaceAll("\u0000", "").toWellFormed().trim();
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
