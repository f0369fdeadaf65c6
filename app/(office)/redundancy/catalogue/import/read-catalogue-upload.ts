import { DomainError } from "#lib/errors.ts";
import { readCatalogueFile } from "#lib/redundancy/catalogue/read-file.ts";
import type { TableRow } from "#lib/table/table.ts";
import { readUpload } from "../../../../_server/upload.ts";

/** An uploaded catalogue as a table, with what was said along with it. */
export async function readCatalogueUpload(
  request: Request,
): Promise<{ fileName: string; header: string[]; rows: TableRow[]; seen: unknown }> {
  const { source, fileName, seen } = await readUpload(request);
  if (typeof fileName !== "string") throw new DomainError("invalid", "没有收到文件名，请重新选择文件");
  return { fileName, seen, ...(await readCatalogueFile(source, fileName)) };
}
