import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../../_server/read.ts";
import { xlsxResponse } from "../../../../../_server/xlsx.ts";
import { loadApps } from "../load-apps.ts";
import { attributeRows, functionRows } from "../rows.ts";
import { parseCompareSearch } from "../search-params.ts";

/** The comparison as a workbook: one attribute a row, one app a column; what is unknown is blank. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { ids } = parseCompareSearch(Object.fromEntries(new URL(request.url).searchParams));
  const found = await readAs(actor, (tx) => loadApps(tx, ids));
  if ("refusal" in found) return new Response(found.refusal, { status: 404 });
  const { apps } = found;
  return xlsxResponse(
    actor,
    async function* () {
      yield* functionRows(apps);
      yield* attributeRows(apps);
    },
    {
      name: `应用并排比对-${isoDay(requestTime())}`,
      columns: [
        { title: "类别", width: 20 },
        { title: "项目", width: 24 },
        { title: "是否不同", width: 10 },
        ...apps.map(({ asset }) => ({ title: asset.name, width: 36 })),
      ],
      cells: ({ section, label, differs, values }) => [section, label, differs ? "不同" : "", ...values],
      note: "空白为未知",
    },
  );
}
