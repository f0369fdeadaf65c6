import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { lookAt } from "../../load-waste.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { loadMatters } from "../load-matters.ts";
import { parseMatterSearch } from "../search-params.ts";

/** The items of the matters of the same address, all its pages, one item a row. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const search = parseMatterSearch(Object.fromEntries(new URL(request.url).searchParams));
  const look = await readAs(actor, (tx) => lookAt(tx, actor, search.region));
  if (look.parts) return new Response("条目太多，请先选择一个地区再导出。", { status: 400 });
  return xlsxResponse(
    actor,
    async function* (tx) {
      const { rows } = await loadMatters(tx, { ...search, region: look.region });
      const open = rows.find(({ key }) => key === search.matter);
      for (const matter of open === undefined ? rows : [open])
        for (const entry of matter.entries) yield { matter, entry };
    },
    {
      name: `一事多报-${isoDay(requestTime())}`,
      columns: EXPORT_COLUMNS,
      cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row)),
      note: "空白为未知；应用的工时包含它的全部事项，不与其他相加",
    },
  );
}
