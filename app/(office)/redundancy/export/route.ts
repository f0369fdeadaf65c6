import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { isoDay } from "#lib/format/date.ts";
import { askingsOf, byForm, byLine, byOfficePair } from "#lib/redundancy/waste/cuts.ts";
import { formMatches, wastedHours } from "#lib/redundancy/waste/waste.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs, requestTime } from "../../../_server/read.ts";
import { xlsxResponse } from "../../../_server/xlsx.ts";
import { type ExportColumn, formExport, LINE_EXPORT, pairExport, unmeasuredExport } from "../export-columns.ts";
import { loadWaste } from "../load-waste.ts";
import { parseOverviewSearch, wasteFilter } from "../search-params.ts";

const CUT_NAME = { pairs: "按成对单位", lines: "按条线", forms: "按表", unmeasured: "无法测算的表" } as const;
const Params = z.object({ cut: z.enum(["pairs", "lines", "forms", "unmeasured"]) });

/** One cut of the overview as a workbook: exactly the rows of the same address, with their number in the last line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const raw = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = Params.safeParse(raw);
  if (!parsed.success) return new Response("请从重复填报的概览页导出。", { status: 400 });
  const { cut } = parsed.data;
  const { search } = parseOverviewSearch(raw);
  const loaded = await readAs(actor, (tx) => loadWaste(tx, actor, search));
  if (loaded.isTooMany) return new Response("表太多，请先选择一个地区。", { status: 400 });
  const { input, waste } = loaded;
  const filter = wasteFilter(search);
  const askings = askingsOf(waste, filter);
  const unmeasured = waste.unmeasured.filter(({ form }) => formMatches(form, filter));
  const respond = <R>(rows: readonly R[], columns: readonly ExportColumn<R>[]) =>
    xlsxResponse(actor, (_: Tx) => each(rows), {
      name: `重复填报-${CUT_NAME[cut]}-${isoDay(requestTime())}`,
      columns,
      cells: (row) => columns.map((column) => column.value(row)),
      note: cut === "unmeasured" ? "没有计入工时" : `另有 ${unmeasured.length} 张表无法测算，没有计入`,
    });
  switch (cut) {
    case "pairs":
      return respond(
        byOfficePair(waste, filter).filter(({ hours }) => hours > 1e-9),
        pairExport(input),
      );
    case "lines":
      return respond(byLine(askings, unmeasured), LINE_EXPORT);
    case "forms":
      return respond(
        byForm(askings).filter(({ wasted }) => wastedHours(wasted) > 1e-9),
        formExport(input),
      );
    case "unmeasured":
      return respond(unmeasured, unmeasuredExport(input));
  }
}

async function* each<R>(rows: readonly R[]): AsyncGenerator<R> {
  yield* rows;
}
