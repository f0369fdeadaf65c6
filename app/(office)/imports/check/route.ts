import { checkImport } from "#db/commands/check-import.ts";
import { streamCommand } from "../../../_server/stream.ts";
import { readUpload } from "../../../_server/upload.ts";

/** Reads an uploaded ledger and tells what a commit would do with it. */
export function POST(request: Request): Promise<Response> {
  return streamCommand(request, checkImport, readUpload);
}
