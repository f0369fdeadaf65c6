import { isoDay } from "#lib/format/date.ts";
import { findActor } from "../../../../../_server/actor.ts";
import { requestTime } from "../../../../../_server/read.ts";
import { xlsxResponse } from "../../../../../_server/xlsx.ts";
import { loadTargets, type TakeRow } from "../load-targets.ts";
import { parseTargetSearch } from "../search-params.ts";

const COLUMNS: readonly { title: string; width: number; value: (row: TakeRow) => string | number | null }[] = [
  { title: "整合去向", width: 26, value: ({ target }) => target.name },
  { title: "可接下的应用", width: 28, value: ({ app }) => app.name },
  { title: "主办单位", width: 24, value: ({ app }) => app.unitName },
  { title: "已有功能占比（%）", width: 18, value: ({ covered }) => Math.round(covered * 1000) / 10 },
  { title: "平台已有的功能", width: 44, value: ({ taken }) => taken.join("、") },
  { title: "平台还缺的功能", width: 44, value: ({ lacking }) => lacking.join("、") },
  {
    title: "年负担（小时）",
    width: 16,
    value: ({ hours }) => (hours === null ? null : Math.round(hours * 10) / 10),
  },
  { title: "年运维费（元）", width: 16, value: ({ yearlyCost }) => yearlyCost },
];

/** What each target could take, one app a row. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  if (actor.role === "department") return new Response("整合去向由监督检查人员统筹。", { status: 403 });
  const search = parseTargetSearch(Object.fromEntries(new URL(request.url).searchParams));
  return xlsxResponse(
    actor,
    async function* (tx) {
      for (const { takes } of await loadTargets(tx, search)) yield* takes;
    },
    {
      name: `应用整合去向-${isoDay(requestTime())}`,
      columns: COLUMNS,
      cells: (row) => COLUMNS.map((column) => column.value(row)),
      note: `平台已有该应用功能的 ${search.covered}% 以上；空白为未知`,
    },
  );
}
