import { isoDay } from "#lib/format/date.ts";
import type { ElementWaste } from "#lib/redundancy/waste/cuts.ts";
import { formMatches } from "#lib/redundancy/waste/waste.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { ELEMENT_EXPORT } from "../../export-columns.ts";
import { loadWaste } from "../../load-waste.ts";
import { parseElementSearch, wasteFilter } from "../../search-params.ts";
import { elementsOf } from "../load-elements.ts";

/** The elements as a workbook: exactly the rows of the same address, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const given = parseElementSearch(Object.fromEntries(new URL(request.url).searchParams));
  const loaded = await readAs(actor, (tx) => loadWaste(tx, actor, given.search));
  if (loaded.isTooMany) return new Response("表太多，请先选择一个地区。", { status: 400 });
  const { waste } = loaded;
  const unmeasured = waste.unmeasured.filter(({ form }) => formMatches(form, wasteFilter(given.search)));
  return xlsxResponse(actor, () => each(elementsOf(waste, given)), {
    name: `数据项-${isoDay(requestTime())}`,
    columns: ELEMENT_EXPORT,
    cells: (row) => ELEMENT_EXPORT.map((column) => column.value(row)),
    note: `另有 ${unmeasured.length} 张表无法测算，没有计入`,
  });
}

async function* each(rows: readonly ElementWaste[]): AsyncGenerator<ElementWaste> {
  yield* rows;
}
