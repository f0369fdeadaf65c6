import { createProposal } from "#db/commands/create-proposal.ts";
import { proposeApart } from "../../../_server/proposer.ts";
import { streamCommand } from "../../../_server/stream.ts";

const create = createProposal(proposeApart);

/** Makes a proposal, computes its first round, and tells how far it is. */
export function POST(request: Request): Promise<Response> {
  return streamCommand(request, create);
}
