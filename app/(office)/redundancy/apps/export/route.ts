import { exportAppPairs } from "#db/queries/app-overlaps.ts";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../_server/actor.ts";
import { requestTime } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { parseAppPairSearch } from "../search-params.ts";

/** The pairs of apps as a workbook: exactly the rows of the same address, streamed, with their number and the limits in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { filter, cut } = parseAppPairSearch(Object.fromEntries(new URL(request.url).searchParams));
  return xlsxResponse(actor, (tx) => exportAppPairs(tx, filter, cut), {
    name: `应用重复-${isoDay(requestTime())}`,
    columns: EXPORT_COLUMNS,
    cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row, cut)),
    note: `门槛：功能被覆盖 ${cut.covered}%、相同功能 ${cut.shared} 项、文字相同 ${cut.text}%`,
  });
}
