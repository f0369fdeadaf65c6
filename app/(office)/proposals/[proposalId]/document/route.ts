import { writeDocx } from "#lib/document/docx.ts";
import { proposalDocument } from "#lib/document/proposal-document.ts";
import { roundIndex } from "#lib/redundancy/proposal/round.ts";
import { fileName, keptRound } from "../kept-round.ts";

/** The round as a Word document in the layout of official documents. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ proposalId: string }> },
): Promise<Response> {
  const kept = await keptRound(request, (await params).proposalId);
  if (kept instanceof Response) return kept;
  const { proposal, row, result, scope, standing } = kept;
  const { formOf } = roundIndex(result);
  const bytes = await writeDocx(
    proposalDocument({
      name: proposal.name,
      regionName: proposal.regionName ?? proposal.regionCode,
      round: row.round,
      madeAt: row.madeAt,
      scope,
      decisions: standing.map((one) => ({
        ...one,
        forms: one.assetIds.map((id) => formOf.get(id)?.name ?? "已不在本轮的表"),
      })),
      result,
    }),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": `attachment; filename="proposal.docx"; filename*=UTF-8''${encodeURIComponent(`${fileName(proposal.name)}-第${row.round}轮.docx`)}`,
      "cache-control": "no-store",
    },
  });
}
