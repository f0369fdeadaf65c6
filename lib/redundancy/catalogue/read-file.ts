import { DomainError } from "../../errors.ts";
import type { ByteSource } from "../../table/bytes.ts";
import { readTable } from "../../table/read-table.ts";
import type { TableRow } from "../../table/table.ts";
import { recognised } from "./file-columns.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORT_ROWS } from "./limits.ts";

/**
 * Reads a catalogue out of an .xlsx or .csv file: the names in its header and its rows. Throws "invalid" (what the file is, and
 * what to do) or "too_large".
 */
export async function readCatalogueFile(
  bytes: ByteSource,
  fileName: string,
): Promise<{ header: string[]; rows: TableRow[] }> {
  const table = await readTable(bytes, {
    fileName,
    recognised: (names) => recognised(names).columns.size,
    // One row more: the line with the number of rows that an export ends with.
    limits: { fileBytes: MAX_IMPORT_BYTES, rows: MAX_IMPORT_ROWS + 1, columns: 60 },
  });
  const { columns } = recognised(table.header.names);
  if (![...columns.values()].some(({ field }) => field === "identifier"))
    throw new DomainError("invalid", "文件里没有“标识符”一列，请先导出目录，在导出的表上修改后再导入");
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { header: table.header.names, rows };
}
