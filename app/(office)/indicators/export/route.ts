import { type ColumnDef, writeXlsxStream } from "hucre/xlsx";
import { exportIndicators, type IndicatorRow } from "#db/queries/indicators.ts";
import { isoDay } from "#lib/format/date.ts";
import { recommendedRemoval } from "#lib/indicator/removal.ts";
import { INDICATOR_BASIS_LABEL, INDICATOR_STATE_LABEL } from "#lib/indicator/vocabulary.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs, requestTime } from "../../../_server/read.ts";
import { parseIndicatorSearch } from "../search-params.ts";

const COLUMNS: readonly { title: string; width: number; value: (row: IndicatorRow) => string | null }[] = [
  { title: "指标", width: 24, value: (row) => row.name },
  { title: "考核办法", width: 32, value: (row) => row.scheme },
  { title: "考核单位", width: 20, value: (row) => row.unitName },
  { title: "分值", width: 12, value: (row) => row.weight },
  {
    title: "依据什么",
    width: 24,
    value: (row) => row.bases.map((basis) => INDICATOR_BASIS_LABEL[basis]).join("；"),
  },
  { title: "涉及条目", width: 20, value: (row) => row.asset?.name ?? null },
  { title: "原文", width: 48, value: (row) => row.quote },
  { title: "建议", width: 48, value: (row) => recommendedRemoval(row.name, row.bases) },
  { title: "状态", width: 12, value: (row) => INDICATOR_STATE_LABEL[row.state] },
  { title: "说明", width: 32, value: (row) => row.stateNote },
  { title: "取消日期", width: 12, value: (row) => row.removedOn },
  { title: "登记人", width: 12, value: (row) => row.createdByName },
  { title: "登记日期", width: 12, value: (row) => isoDay(row.createdAt) },
];

/** The register as a workbook: exactly the rows of the same address, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { filter } = parseIndicatorSearch(Object.fromEntries(new URL(request.url).searchParams));
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // The transaction lasts as long as the download; if either breaks, the file ends broken and not short.
  readAs(actor, (tx) =>
    writeXlsxStream(lines(exportIndicators(tx, filter)), {
      name: "考核指标",
      columns: COLUMNS.map(({ title, width }): ColumnDef => ({ header: title, width })),
      freezePane: { rows: 1 },
    }).pipeTo(writable),
  ).catch((error) => {
    console.error(error);
    return writable.abort(error).catch(() => {});
  });
  const name = encodeURIComponent(`考核指标-${isoDay(requestTime())}.xlsx`);
  return new Response(readable, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="indicators.xlsx"; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    },
  });
}

async function* lines(rows: AsyncIterable<IndicatorRow>) {
  let count = 0;
  for await (const row of rows) {
    count++;
    yield COLUMNS.map((column) => column.value(row));
  }
  yield [`合计 ${count} 项；空白表示未知`];
}
