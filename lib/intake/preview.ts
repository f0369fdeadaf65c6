import type { AssetKind } from "../asset/vocabulary.ts";
import type { ByteSource } from "../table/bytes.ts";
import { readTable } from "../table/read-table.ts";
import type { TextEncoding } from "../table/table.ts";
import { recognisedCount } from "./columns.ts";

/** The head of a file, for mapping its columns by hand. */
export type Preview = {
  columns: { name: string; samples: string[] }[];
  headerRow: number;
  sheet: string | null;
  otherSheets: string[];
  encoding: TextEncoding | null;
};

const SAMPLES = 3;

/** Reads the header and a few rows, and no further. The header need not be recognised; bad files throw as in `readTable`. */
export async function previewFile(
  source: ByteSource,
  { kind, fileName, sheet }: { kind: AssetKind; fileName: string; sheet?: string | undefined },
): Promise<Preview> {
  const table = await readTable(source, {
    fileName,
    sheet,
    recognised: (names) => recognisedCount(kind, names),
    orFirstRow: true,
  });
  const rows: string[][] = [];
  for await (const { cells } of table.rows) {
    rows.push(cells);
    if (rows.length === SAMPLES) break;
  }
  return {
    columns: table.header.names.map((name, index) => ({
      name,
      samples: rows.map((cells) => cells[index] ?? "").filter((cell) => cell !== ""),
    })),
    headerRow: table.header.rowNo,
    sheet: table.sheet,
    otherSheets: table.otherSheets,
    encoding: table.encoding,
  };
}
