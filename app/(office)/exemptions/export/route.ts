import { exportExemptions } from "#db/queries/exemptions.ts";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../_server/actor.ts";
import { requestTime } from "../../../_server/read.ts";
import { xlsxResponse } from "../../../_server/xlsx.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { exemptionFilter, parseExemptionSearch } from "../search-params.ts";

/** The exemptions as a workbook: exactly the rows of the same address, streamed, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const today = isoDay(requestTime());
  const filter = exemptionFilter(parseExemptionSearch(Object.fromEntries(new URL(request.url).searchParams)), today);
  return xlsxResponse(actor, (tx) => exportExemptions(tx, { filter, today }), {
    name: `豁免-${today}`,
    columns: EXPORT_COLUMNS,
    cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row, today)),
  });
}
