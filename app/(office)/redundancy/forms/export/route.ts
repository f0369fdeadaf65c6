import { exportFormPairs } from "#db/queries/overlaps.ts";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../_server/actor.ts";
import { requestTime } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { parsePairSearch } from "../search-params.ts";

/** The pairs of forms as a workbook: exactly the rows of the same address, streamed, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { filter } = parsePairSearch(Object.fromEntries(new URL(request.url).searchParams));
  return xlsxResponse(actor, (tx) => exportFormPairs(tx, filter), {
    name: `表单重复-${isoDay(requestTime())}`,
    columns: EXPORT_COLUMNS,
    cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row)),
  });
}
