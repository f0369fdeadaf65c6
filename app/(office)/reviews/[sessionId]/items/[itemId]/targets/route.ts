import { mergeTargets } from "#db/queries/review-candidates.ts";
import { getReviewItem } from "#db/queries/review-items.ts";
import { DomainError } from "#lib/errors.ts";
import { read } from "../../../../../../_server/read.ts";

const SIZE = 20;

/** Items that this one could merge into, by part of the name. */
export async function GET(request: Request, { params }: { params: Promise<{ itemId: string }> }): Promise<Response> {
  const { itemId } = await params;
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  try {
    const targets = await read(async (tx) => {
      const { assetId } = await getReviewItem(tx, itemId);
      return mergeTargets(tx, { assetId, q, size: SIZE });
    });
    return Response.json(targets, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof DomainError) return Response.json({ message: error.message }, { status: 404 });
    throw error;
  }
}
