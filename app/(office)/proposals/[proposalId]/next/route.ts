import { nextRound } from "#db/commands/next-round.ts";
import { proposeApart } from "../../../../_server/proposer.ts";
import { streamCommand } from "../../../../_server/stream.ts";

const compute = nextRound(proposeApart);

/** Computes the next round of the proposal, and tells how far it is. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ proposalId: string }> },
): Promise<Response> {
  const { proposalId } = await params;
  return streamCommand(request, compute, async () => ({ proposalId }));
}
