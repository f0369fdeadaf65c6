import { z } from "zod";
import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../../_server/read.ts";
import { xlsxResponse } from "../../../../../_server/xlsx.ts";
import { parseElementSearch } from "../../../search-params.ts";
import { askingExport } from "../columns.ts";
import { type AskingRow, loadElement } from "../load-element.ts";

const Id = z.coerce.number().int().positive().max(2_147_483_647);

/** Who asks for an element as a workbook: exactly the rows of its page, with their number in the last line. */
export async function GET(request: Request, { params }: { params: Promise<{ elementId: string }> }): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const id = Id.safeParse((await params).elementId);
  const { search } = parseElementSearch(Object.fromEntries(new URL(request.url).searchParams));
  const found = id.success ? await readAs(actor, (tx) => loadElement(tx, actor, { id: id.data, search })) : undefined;
  if (found === undefined) return new Response("没有这个数据项。", { status: 404 });
  if (!("rows" in found)) return new Response("表太多，请先选择一个地区。", { status: 400 });
  const columns = askingExport(found.loaded.input);
  return xlsxResponse(actor, () => each(found.rows), {
    name: `数据项-${found.element.name.replace(/[\\/:*?"<>|]/g, "_")}-${isoDay(requestTime())}`,
    columns,
    cells: (row) => columns.map((column) => column.value(row)),
    note: "缺数据的表没有工时，不等于零",
  });
}

async function* each(rows: readonly AskingRow[]): AsyncGenerator<AskingRow> {
  yield* rows;
}
