import { type ColumnDef, writeXlsx, writeXlsxStream } from "hucre/xlsx";
import type { Tx } from "#db/client.ts";
import type { Actor } from "#lib/actor.ts";
import { readAs } from "./read.ts";

type Cell = string | number | null;

/**
 * A workbook of one sheet, streamed: a header, the lines as they are read, and their number in the last line. The transaction
 * lasts as long as the download; if either breaks, the file ends broken and not short.
 */
export function xlsxResponse<R>(
  actor: Actor,
  rows: (tx: Tx) => AsyncIterable<R>,
  sheet: {
    /** Of the file without its ending, also of the sheet. */
    name: string;
    columns: readonly { title: string; width: number }[];
    cells: (row: R) => Cell[];
    /** The words after the number in the last line. */
    note?: string;
  },
): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  readAs(actor, (tx) =>
    writeXlsxStream(lines(rows(tx), sheet), {
      name: sheet.name.slice(0, 30),
      columns: sheet.columns.map(({ title, width }): ColumnDef => ({ header: title, width })),
      freezePane: { rows: 1 },
    }).pipeTo(writable),
  ).catch((error) => {
    console.error(error);
    return writable.abort(error).catch(() => {});
  });
  return new Response(readable, { headers: headersOf(sheet.name) });
}

/** A workbook of several sheets that are at hand, each with a header and the number of its lines in the last one. */
export async function workbookResponse(
  name: string,
  sheets: readonly { name: string; columns: readonly { title: string; width: number }[]; rows: readonly Cell[][] }[],
): Promise<Response> {
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name.slice(0, 30),
      columns: sheet.columns.map(({ title, width }): ColumnDef => ({ header: title, width })),
      rows: [sheet.columns.map(({ title }) => title), ...sheet.rows, [`合计 ${sheet.rows.length} 条`]],
      freezePane: { rows: 1 },
    })),
  });
  return new Response(new Uint8Array(bytes), { headers: headersOf(name) });
}

function headersOf(name: string): HeadersInit {
  return {
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    "cache-control": "no-store",
  };
}

async function* lines<R>(
  rows: AsyncIterable<R>,
  { cells, note }: { cells: (row: R) => Cell[]; note?: string },
): AsyncGenerator<Cell[]> {
  let count = 0;
  for await (const row of rows) {
    count++;
    yield cells(row);
  }
  yield [`合计 ${count} 条${note === undefined ? "" : `；${note}`}`];
}
