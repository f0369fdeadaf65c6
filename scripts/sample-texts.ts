import type { Context } from "#db/command.ts";
import { addText } from "#db/commands/add-text.ts";
import { amendIndicator } from "#db/commands/amend-indicator.ts";
import { confirmHit } from "#db/commands/confirm-hit.ts";
import { rejectHit } from "#db/commands/reject-hit.ts";
import { listTextHits, type TextHitRow } from "#db/queries/text-hits.ts";
import { withActor } from "#db/session.ts";
import type { Asset } from "#lib/asset/asset.ts";
import { basesOf } from "#lib/indicator/bases.ts";
import { SAMPLE_TEXTS, type SampleHit } from "#seed/county/texts.ts";
import { COUNTY, sampleAssetId, sampleUnitId } from "#seed/sample-county.ts";

/**
 * Scans the texts of the sample county and says of their hits what an inspector said. What is confirmed stands on its item
 * already, so that no judgement changes. Throws when the scanner does not find a place that the story speaks of.
 */
export async function readSampleTexts(
  context: Context,
  assets: readonly Asset[],
): Promise<{ texts: number; hits: number }> {
  let decided = 0;
  for (const { hits, unit, words, ...text } of SAMPLE_TEXTS) {
    const { id } = await addText(context, {
      ...text,
      unitId: unit === null ? null : sampleUnitId(unit),
      regionCode: COUNTY,
      format: "paste",
      content: words,
    });
    const found = await withActor(
      context.db,
      context.actor,
      (tx) => listTextHits(tx, { regionCode: COUNTY, textId: id }),
      {
        readOnly: true,
      },
    );
    for (const hit of hits) await decide(context, assets, hit, found);
    decided += hits.length;
  }
  return { texts: SAMPLE_TEXTS.length, hits: decided };
}

async function decide(context: Context, assets: readonly Asset[], said: SampleHit, found: readonly TextHitRow[]) {
  const there = found.filter(({ counts, sentence }) => counts && sentence.includes(said.words));
  const hit = there.find(({ demand }) => demand === said.demand) ?? there[0];
  if (hit === undefined) throw new Error(`示范县的文本里没有扫描出“${said.words}”（${said.demand}）`);
  if ("rejected" in said) {
    await rejectHit(context, { id: hit.id, reason: said.rejected });
    return;
  }
  const { demand, indicator } = said;
  const { indicatorId, isLinked } = await confirmHit(context, {
    id: hit.id,
    demand,
    assetId: sampleAssetId(assets, said.item),
    indicator:
      indicator === undefined ? null : { name: indicator.name, weight: indicator.weight, bases: basesOf([demand]) },
  });
  if (!isLinked) throw new Error(`示范县的条目“${said.item.name}”还没有“${said.words}”这条要求`);
  if (indicator?.moved !== undefined) {
    await amendIndicator(context, { id: indicatorId, seenAt: context.now.toISOString(), ...indicator.moved });
  }
}
