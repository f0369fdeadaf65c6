import { decideAlias } from "#db/commands/decide-alias.ts";
import { answerCommand } from "../../../../_server/answer.ts";

/** Takes one answer. */
export function POST(request: Request): Promise<Response> {
  return answerCommand(request, decideAlias);
}
