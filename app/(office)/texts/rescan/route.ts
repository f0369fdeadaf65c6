import { rescanTexts } from "#db/commands/rescan-texts.ts";
import { streamCommand } from "../../../_server/stream.ts";

/** Reads texts again by the grammar of today, and tells how far it is. */
export function POST(request: Request): Promise<Response> {
  return streamCommand(request, rescanTexts);
}
