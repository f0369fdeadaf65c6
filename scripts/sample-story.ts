import type { Context } from "#db/command.ts";
import { addReviewItems } from "#db/commands/add-review-items.ts";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { closeSession } from "#db/commands/close-session.ts";
import { createSession } from "#db/commands/create-session.ts";
import { openSession } from "#db/commands/open-session.ts";
import { recordDecision } from "#db/commands/record-decision.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import { findAsset } from "#db/queries/asset-details.ts";
import { listReviewItems } from "#db/queries/review-items.ts";
import { withActor } from "#db/session.ts";
import type { Asset } from "#lib/asset/asset.ts";
import { ELEMENTS_SETTLED_ON } from "#seed/county/data-elements.ts";
import { CLOSED_SESSION, DRAFT_SESSION } from "#seed/county/reviews.ts";
import { TEXTS_READ_ON } from "#seed/county/texts.ts";
import { COUNTY, SAMPLE_AS_OF, SAMPLE_EARLIER_AS_OF, sampleAssetId } from "#seed/sample-county.ts";
import { settleSampleElements } from "./sample-elements.ts";
import { readSampleTexts } from "./sample-texts.ts";

/**
 * What happened in the sample county before today, through the same commands as anywhere: an assessment, a session that was
 * held and closed, some of its decisions carried out, texts that were read, data elements that were settled, a second assessment, a session in preparation.
 */
export async function tellSampleStory(
  context: Context,
  assets: readonly Asset[],
  print: (line: string) => void,
): Promise<void> {
  const at = (day: string) => ({ ...context, now: earlier(context.now, day) });
  await runAssessment(at(SAMPLE_EARLIER_AS_OF), { regionCode: COUNTY, asOf: SAMPLE_EARLIER_AS_OF });
  const decided = await holdClosedSession(at(CLOSED_SESSION.heldOn), assets);
  await concludeDecisions(context, assets);
  const read = await readSampleTexts(at(TEXTS_READ_ON), assets);
  const settled = await settleSampleElements(at(ELEMENTS_SETTLED_ON));
  const { assets: judged, redLines } = await runAssessment(context, { regionCode: COUNTY, asOf: SAMPLE_AS_OF });
  await prepareDraftSession(context, assets);
  print(
    `已研判 2 次（最近一次 ${judged} 个在用条目，红线 ${redLines} 处），评审会 2 场，作出决定 ${decided} 项，扫描文本 ${read.texts} 份，数据元 ${settled} 项。`,
  );
}

/** Nine in the morning of the day, or now where that lies ahead: nothing is written as done in the future. */
export function earlier(now: Date, day: string): Date {
  return new Date(Math.min(now.getTime(), Date.parse(`${day}T09:00:00+08:00`)));
}

async function holdClosedSession(context: Context, assets: readonly Asset[]): Promise<number> {
  const { title, heldOn, items, pending } = CLOSED_SESSION;
  const { sessionId } = await createSession(context, { title, heldOn });
  const assetIds = [...items, ...pending].map((item) => sampleAssetId(assets, item));
  await addReviewItems(context, { sessionId, assetIds });
  await openSession(context, { sessionId });
  const agenda = await withActor(context.db, context.actor, (tx) => listReviewItems(tx, sessionId), { readOnly: true });
  for (const { decision, reason, target, deferUntil, ...item } of items) {
    const assetId = sampleAssetId(assets, item);
    await recordDecision(context, {
      reviewItemId: agenda.find((row) => row.assetId === assetId)?.id,
      decision,
      reason,
      targetAssetId: target && sampleAssetId(assets, target),
      deferUntil,
    });
  }
  await closeSession(context, { sessionId });
  return items.length;
}

/** What has been carried out since is confirmed, each on its day; the rest stays under way. */
async function concludeDecisions(context: Context, assets: readonly Asset[]): Promise<void> {
  for (const { concludedOn, decision, ...item } of CLOSED_SESSION.items) {
    if (concludedOn === undefined) continue;
    const id = sampleAssetId(assets, item);
    const asset = await withActor(context.db, context.actor, (tx) => findAsset(tx, id), { readOnly: true });
    await amendAsset(
      { ...context, now: earlier(context.now, concludedOn) },
      { id, kind: asset?.kind, version: asset?.version, state: decision === "merge" ? "merged" : "closed" },
    );
  }
}

async function prepareDraftSession(context: Context, assets: readonly Asset[]): Promise<void> {
  const { title, heldOn, agenda } = DRAFT_SESSION;
  const { sessionId } = await createSession(context, { title, heldOn });
  await addReviewItems(context, { sessionId, assetIds: agenda.map((item) => sampleAssetId(assets, item)) });
}
