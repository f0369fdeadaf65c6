import { listAssets } from "#db/queries/assets.ts";
import { can } from "#lib/actor.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs } from "../../../_server/read.ts";
import { itemChoice } from "../item-choice.ts";

const SIZE = 20;

/** The first items of a search, by name. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  if (!can(actor, "view_items")) return new Response("您的账号没有此项权限。", { status: 403 });
  const q = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  const page = await readAs(actor, (tx) =>
    listAssets(tx, { filter: q === "" ? {} : { q }, sort: { by: "name", order: "asc" }, size: SIZE }),
  );
  return Response.json(page.items.map(itemChoice), { headers: { "cache-control": "no-store" } });
}
