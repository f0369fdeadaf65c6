import { undoImport } from "#db/commands/undo-import.ts";
import { streamCommand } from "../../../../_server/stream.ts";

/** Takes the committed batch back, and tells how far it is. */
export function POST(request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  return streamCommand(request, undoImport, () => params);
}
