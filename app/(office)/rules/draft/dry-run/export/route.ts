import { writeXlsxStream } from "hucre/xlsx";
import { z } from "zod";
import { can } from "#lib/actor.ts";
import { MOVED_COLUMNS } from "#lib/risk/dry-run-rows.ts";
import { findActor } from "../../../../../_server/actor.ts";
import { isSameOrigin } from "../../../../../_server/same-origin.ts";

const Lines = z.array(z.array(z.union([z.string(), z.number(), z.null()])).length(MOVED_COLUMNS.length));

/** A workbook of the rows that the page shows, which sends them: a dry run is kept nowhere. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  if (!can(actor, "edit_packs")) return new Response("您的账号没有此项权限。", { status: 403 });
  const lines = Lines.safeParse(await request.json().catch(() => null));
  if (!lines.success) return new Response("没有收到要导出的条目，请刷新页面重试。", { status: 400 });
  const rows = lines.data;
  async function* all() {
    yield* rows;
    yield [`合计 ${rows.length} 条`];
  }
  return new Response(
    writeXlsxStream(all(), {
      name: "规则试算",
      columns: MOVED_COLUMNS.map(({ title, width }) => ({ header: title, width })),
      freezePane: { rows: 1 },
    }),
    {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "cache-control": "no-store",
      },
    },
  );
}
