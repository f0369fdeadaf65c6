import { exportAliases } from "#db/queries/aliases.ts";
import { can } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../_server/actor.ts";
import { requestTime } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { aliasFilter, parseAliasSearch } from "../search-params.ts";

/** What was answered, as a workbook: exactly the rows of the same address, streamed, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  if (!can(actor, "decide_aliases")) return new Response("您的账号没有此项权限。", { status: 403 });
  const filter = aliasFilter(parseAliasSearch(Object.fromEntries(new URL(request.url).searchParams)));
  return xlsxResponse(actor, (tx) => exportAliases(tx, filter), {
    name: `数据项认定-${isoDay(requestTime())}`,
    columns: EXPORT_COLUMNS,
    cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row)),
  });
}
