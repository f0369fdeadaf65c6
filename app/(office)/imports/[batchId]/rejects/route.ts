import { getImportBatch, rejectedRows } from "#db/queries/imports.ts";
import { DomainError } from "#lib/errors.ts";
import { rejectWorkbook } from "#lib/intake/reject-workbook.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs } from "../../../../_server/read.ts";

/** The rows in error as a workbook that can be mended and imported again. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { batchId } = await params;
  try {
    const batch = await readAs(actor, (tx) => getImportBatch(tx, batchId));
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    // The transaction lasts as long as the download; if either breaks, the file ends broken and not short.
    readAs(actor, (tx) => rejectWorkbook(batch.summary.columns, rejectedRows(tx, batch)).pipeTo(writable)).catch(
      (error) => {
        console.error(error);
        return writable.abort(error).catch(() => {});
      },
    );
    const name = encodeURIComponent(`有误的行-${batch.fileName.replace(/\.\w+$/, "")}.xlsx`);
    return new Response(readable, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="rejected-rows.xlsx"; filename*=UTF-8''${name}`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 404 });
    throw error;
  }
}
