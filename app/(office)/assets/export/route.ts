import { type ColumnDef, writeXlsxStream } from "hucre/xlsx";
import { exportAssets } from "#db/queries/assets.ts";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs, requestTime } from "../../../_server/read.ts";
import { availableColumns, type Column, shownColumns } from "../columns.ts";
import { parseAssetSearch } from "../search-params.ts";

/** The list as a workbook: exactly the rows of the same address, streamed, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const params = new URL(request.url).searchParams;
  const raw = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name).join(",")]));
  const { filter, sort, columns: chosen } = parseAssetSearch(raw);
  const columns = chosen === undefined ? availableColumns(filter.kinds) : shownColumns(filter.kinds, chosen);

  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // The transaction lasts as long as the download; if either breaks, the file ends broken and not short.
  readAs(actor, (tx) =>
    writeXlsxStream(lines(exportAssets(tx, { filter, sort }), columns), {
      name: "台账",
      columns: columns.map((column): ColumnDef => ({ header: column.title, width: column.isNumber ? 12 : 20 })),
      freezePane: { rows: 1 },
    }).pipeTo(writable),
  ).catch((error) => {
    console.error(error);
    return writable.abort(error).catch(() => {});
  });
  const name = encodeURIComponent(`台账-${isoDay(requestTime())}.xlsx`);
  return new Response(readable, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="assets.xlsx"; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    },
  });
}

type Row = Parameters<Column["value"]>[0];

async function* lines(rows: AsyncIterable<Row>, columns: readonly Column[]) {
  let count = 0;
  for await (const row of rows) {
    count++;
    yield columns.map((column) => column.value(row) ?? null);
  }
  yield [`合计 ${count} 条；空白表示未知`];
}
