import { assessmentOfFindings } from "#db/queries/findings.ts";
import { countMissing } from "#db/queries/missing.ts";
import { named } from "#lib/format/named.ts";
import { SUPPLIER_ADVICE, SUPPLIER_LABEL, whoCanSupply } from "#lib/risk/missing.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs } from "../../../../_server/read.ts";
import { xlsxResponse } from "../../../../_server/xlsx.ts";
import { titleOf } from "../../columns.ts";
import { parseFindingSearch } from "../../search-params.ts";

const COLUMNS = [
  { title: "缺什么", width: 30 },
  { title: "谁能提供", width: 24 },
  { title: "怎么补", width: 50 },
  { title: "判定数", width: 10 },
  { title: "条目数", width: 10 },
  { title: "等着它的规则", width: 60 },
];

/** What is missing as a workbook: exactly the lines of the same address, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { assessmentId, filter } = parseFindingSearch(Object.fromEntries(new URL(request.url).searchParams));
  const run = await readAs(actor, (tx) => assessmentOfFindings(tx, { scope: actor.scope, id: assessmentId }));
  if (run === undefined) return new Response("还没有研判过，没有可以导出的内容。", { status: 404 });
  return xlsxResponse(
    actor,
    async function* (tx) {
      yield* await countMissing(tx, run.id, filter);
    },
    {
      name: `信息不足-${run.asOf}`,
      columns: COLUMNS,
      cells: ({ missing, findings, items, ruleIds }) => {
        const supplier = whoCanSupply(missing);
        return [
          missing,
          SUPPLIER_LABEL[supplier],
          SUPPLIER_ADVICE[supplier],
          findings,
          items,
          named(ruleIds.map(titleOf)),
        ];
      },
      note: `研判时点 ${run.asOf}；一条判定可能缺几样，各行不能相加`,
    },
  );
}
