import { dryRunImport } from "#db/commands/import-data-elements.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { ImportPlan } from "#lib/redundancy/catalogue/import-plan.ts";
import { findActor } from "../../../../../_server/actor.ts";
import { readAs } from "../../../../../_server/read.ts";
import { isSameOrigin } from "../../../../../_server/same-origin.ts";
import { readCatalogueUpload } from "../read-catalogue-upload.ts";

export type CheckedImport = ImportPlan & { mark: string };

/** What an import would do, without writing anything: the plan as JSON, or a sentence that says why the file is refused. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === undefined) return Response.json({ message: "登录已过期，请重新登录" }, { status: 401 });
  if (!can(actor, "edit_data_elements"))
    return Response.json({ message: "您的账号没有此项权限，请联系安全管理员" }, { status: 403 });
  try {
    const { header, rows } = await readCatalogueUpload(request);
    const plan: CheckedImport = await readAs(actor, (tx) =>
      dryRunImport(tx, { header, rows, regionCode: actor.scope }),
    );
    return Response.json(plan, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof DomainError) return Response.json({ message: error.message }, { status: 422 });
    throw error;
  }
}
