import { isoDay } from "#lib/format/date.ts";
import { FILE_COLUMNS, TOLD_COLUMNS, toldOf } from "#lib/redundancy/catalogue/file-columns.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { loadCatalogue, ownerText, soughtRows } from "../load-catalogue.ts";
import { parseCatalogueSearch } from "../search-params.ts";

/** The data elements as a workbook that can be changed and imported again: exactly the rows of the same address. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const address = parseCatalogueSearch(Object.fromEntries(new URL(request.url).searchParams));
  const { rows, unitNames, regionNames } = await readAs(actor, (tx) => loadCatalogue(tx, actor.scope));
  return xlsxResponse(actor, () => each(soughtRows(rows, address)), {
    name: `数据元目录-${isoDay(requestTime())}`,
    columns: [...FILE_COLUMNS, ...TOLD_COLUMNS.map((title) => ({ title, width: 14 }))],
    cells: ({ element, forms }) => {
      const told = toldOf(element);
      return [
        ...FILE_COLUMNS.map((column) => column.write(told, unitNames)),
        ownerText(element, actor.scope, regionNames),
        forms,
      ];
    },
  });
}

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}
