import { undoAlias } from "#db/commands/undo-alias.ts";
import { answerCommand } from "../../../../_server/answer.ts";

/** Takes one answer back. */
export function POST(request: Request): Promise<Response> {
  return answerCommand(request, undoAlias);
}
