import { assessmentOfFindings, exportFindings } from "#db/queries/findings.ts";
import { findPack } from "#db/queries/rule-packs.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs } from "../../../_server/read.ts";
import { xlsxResponse } from "../../../_server/xlsx.ts";
import { basisMarks } from "../basis-mark.ts";
import { EXPORT_COLUMNS } from "../columns.ts";
import { parseFindingSearch } from "../search-params.ts";

/** The findings as a workbook: exactly the rows of the same address, streamed, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { assessmentId, filter } = parseFindingSearch(Object.fromEntries(new URL(request.url).searchParams));
  const found = await readAs(actor, async (tx) => {
    const run = await assessmentOfFindings(tx, { scope: actor.scope, id: assessmentId });
    const pack = run && (await findPack(tx, run.packVersion));
    return run && pack && { run, pack };
  });
  if (found === undefined) return new Response("还没有研判过，没有可以导出的判定。", { status: 404 });
  const markOf = basisMarks(found.pack, found.run.asOf);
  return xlsxResponse(actor, (tx) => exportFindings(tx, found.run.id, filter), {
    name: `判定清单-${found.run.asOf}`,
    columns: EXPORT_COLUMNS,
    cells: (row) => EXPORT_COLUMNS.map((column) => column.value(row, markOf(row))),
    note: `研判时点 ${found.run.asOf}，规则包 ${found.run.packVersion}`,
  });
}
