import { listDeclarations } from "#db/queries/app-declarations.ts";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../../_server/actor.ts";
import { requestTime } from "../../../../../_server/read.ts";
import { xlsxResponse } from "../../../../../_server/xlsx.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { parseDeclaredSearch } from "../search-params.ts";

/** The declarations as a workbook: exactly the rows of the same address, all its pages. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { page: _, ...search } = parseDeclaredSearch(Object.fromEntries(new URL(request.url).searchParams));
  return xlsxResponse(
    actor,
    async function* (tx) {
      yield* (await listDeclarations(tx, { ...search, outcome: search.outcome })).rows;
    },
    {
      name: `同类应用申报核对-${isoDay(requestTime())}`,
      columns: EXPORT_COLUMNS,
      cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row)),
      note: `门槛：功能被覆盖 ${search.cut.covered}%、相同功能 ${search.cut.shared} 项`,
    },
  );
}
