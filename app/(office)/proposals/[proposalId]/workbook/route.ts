import { proposalSheets } from "#lib/document/proposal-sheets.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { workbookResponse } from "../../../../_server/xlsx.ts";
import { fileName, keptRound } from "../kept-round.ts";

/** The round as a workbook: forms, fields, ledgers, offices, assumptions. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ proposalId: string }> },
): Promise<Response> {
  const kept = await keptRound(request, (await params).proposalId);
  if (kept instanceof Response) return kept;
  const { proposal, row, result } = kept;
  const title = {
    name: proposal.name,
    regionName: proposal.regionName ?? proposal.regionCode,
    round: row.round,
    madeOn: formatDay(isoDay(row.madeAt)),
  };
  return workbookResponse(`${fileName(proposal.name)}-第${row.round}轮`, proposalSheets(title, result));
}
