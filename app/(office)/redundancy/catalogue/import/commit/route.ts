import { importDataElements } from "#db/commands/import-data-elements.ts";
import { streamCommand } from "../../../../../_server/stream.ts";
import { readCatalogueUpload } from "../read-catalogue-upload.ts";

/** Writes an import that was tried and confirmed: the same file again, with the mark of what was seen. */
export function POST(request: Request): Promise<Response> {
  return streamCommand(request, importDataElements, readCatalogueUpload);
}
