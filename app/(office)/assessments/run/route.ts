import { runAssessment } from "#db/commands/run-assessment.ts";
import { streamCommand } from "../../../_server/stream.ts";

/** Judges all running items of a region, and tells how far it is. */
export function POST(request: Request): Promise<Response> {
  return streamCommand(request, runAssessment);
}
