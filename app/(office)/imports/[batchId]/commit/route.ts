import { commitImport } from "#db/commands/commit-import.ts";
import { streamCommand } from "../../../../_server/stream.ts";

/** Takes the checked batch into the inventory, and tells how far it is. */
export function POST(request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  return streamCommand(request, commitImport, () => params);
}
