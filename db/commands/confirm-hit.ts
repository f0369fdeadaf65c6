import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "#lib/actor.ts";
import { demandQuote, demandSource } from "#lib/scan/demand-source.ts";
import { ConfirmHitInput } from "#lib/scan/inputs.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { indicators, textHits, units } from "../schema/index.ts";
import { holdAsset } from "./asset-writing.ts";
import { noteDemand } from "./demand-writing.ts";
import { invalidField } from "./invalid-field.ts";
import { holdOpenHit, type StoredHit, type StoredText } from "./text-writing.ts";

type Input = z.output<typeof ConfirmHitInput>;

export type ConfirmedHit = {
  id: string;
  /** The item had a demand of the same words already: the hit was linked to it. */
  isLinked: boolean;
  assetId: string | null;
  indicatorId: string | null;
};

/**
 * Says that a hit is what it seems to be, and what it concerns: an item, which then has the demand; a unit; an indicator.
 * Throws "conflict" when somebody decided it in the meantime.
 */
export const confirmHit = command(
  { action: "text.confirm_hit", capability: "scan_texts", input: ConfirmHitInput },
  async ({ tx, actor, now }, input) => {
    const { hit, text } = await holdOpenHit(tx, input.id);
    const quote = demandQuote(hit.sentence, hit.spanStart - hit.sentenceStart);
    const noted =
      input.assetId === null
        ? null
        : await noteOnItem(tx, actor, now, { ...input, assetId: input.assetId, hit, text, quote });
    if (input.unitId !== null) await findUnit(tx, input.unitId);
    const indicatorId = await indicatorFor(tx, actor, now, { input, text, quote });
    await tx
      .update(textHits)
      .set({
        state: "confirmed",
        demand: input.demand,
        assetId: input.assetId,
        unitId: input.unitId,
        indicatorId,
        demandId: noted?.demand.id ?? null,
        reason: null,
        decidedBy: actor.id,
        decidedByName: actor.name,
        decidedAt: now,
      })
      .where(and(eq(textHits.regionCode, hit.regionCode), eq(textHits.id, hit.id)));
    const result: ConfirmedHit = {
      id: hit.id,
      isLinked: noted !== null && !noted.isNew,
      assetId: input.assetId,
      indicatorId,
    };
    return {
      result,
      audit: {
        regionCode: hit.regionCode,
        subjectType: "text",
        subjectId: text.id,
        detail: {
          hitId: hit.id,
          type: input.demand,
          quote,
          assetId: input.assetId,
          unitId: input.unitId,
          indicatorId,
          demandId: noted?.demand.id ?? null,
        },
      },
    };
  },
);

async function noteOnItem(
  tx: Tx,
  actor: Actor,
  now: Date,
  {
    assetId,
    demand,
    hit,
    text,
    quote,
  }: { assetId: string; demand: Input["demand"]; hit: StoredHit; text: StoredText; quote: string },
) {
  return noteDemand(tx, actor, now, {
    asset: await holdAsset(tx, assetId),
    demand: {
      type: demand,
      quote,
      source: demandSource(text),
      figure: hit.figures.length === 0 ? null : hit.figures.join("、").slice(0, 100),
      textId: text.id,
    },
  });
}

async function findUnit(tx: Tx, unitId: string) {
  const [unit] = await tx.select({ regionCode: units.regionCode }).from(units).where(eq(units.id, unitId));
  if (unit === undefined) throw invalidField("unitId", "没有找到该单位，请从列表中重新选择");
  return unit;
}

/** The indicator that the person chose, or a new one with the words of the text; null where none is concerned. */
async function indicatorFor(
  tx: Tx,
  actor: Actor,
  now: Date,
  { input, text, quote }: { input: Input; text: StoredText; quote: string },
): Promise<string | null> {
  const { indicator } = input;
  if (indicator === null) return null;
  if ("id" in indicator) {
    const [known] = await tx.select({ id: indicators.id }).from(indicators).where(eq(indicators.id, indicator.id));
    if (known === undefined) throw invalidField("indicator", "没有找到该指标，请从列表中重新选择");
    return known.id;
  }
  // Two demands of one sentence are one indicator.
  const [same] = await tx
    .select({ id: indicators.id })
    .from(indicators)
    .where(and(eq(indicators.textId, text.id), eq(indicators.quote, quote), eq(indicators.name, indicator.name)));
  if (same !== undefined) return same.id;
  const unitId = input.unitId ?? text.unitId;
  const regionCode = unitId === null ? text.regionCode : (await findUnit(tx, unitId)).regionCode;
  const [added] = await tx
    .insert(indicators)
    .values({
      regionCode,
      ...indicator,
      scheme: demandSource(text),
      unitId,
      assetId: input.assetId,
      textId: text.id,
      quote,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: now,
      updatedAt: now,
    })
    .returning({ id: indicators.id });
  if (added === undefined) throw new Error("indicators returned no row");
  return added.id;
}
