import { and, asc, desc, eq, gt, inArray, isNotNull, not, sql } from "drizzle-orm";
import { type AssetKind, type DemandType, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import type { Stance } from "#lib/scan/stance.ts";
import type { HitState } from "#lib/scan/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assessments, assetAssessments, assets, demands, indicators, textHits, texts, units } from "../schema/index.ts";

export type TextHitRow = {
  id: string;
  demand: DemandType;
  stance: Stance;
  counts: boolean;
  spanStart: number;
  spanEnd: number;
  sentenceStart: number;
  sentenceEnd: number;
  sentence: string;
  doer: string | null;
  figures: string[];
  pattern: string;
  stanceRule: string;
  state: HitState;
  /** What a confirmed hit concerns; the name is null where the actor does not see it. */
  asset: { id: string; name: string | null; kind: AssetKind | null } | null;
  unit: { id: string; name: string | null } | null;
  indicator: { id: string; name: string | null } | null;
  demandId: string | null;
  reason: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
};

/** The hits of a text in the order of reading. */
export async function listTextHits(
  tx: Tx,
  { regionCode, textId }: { regionCode: string; textId: string },
): Promise<TextHitRow[]> {
  const rows = await tx
    .select({
      hit: textHits,
      assetName: assets.name,
      assetKind: assets.kind,
      unitName: units.name,
      indicatorName: indicators.name,
    })
    .from(textHits)
    .leftJoin(assets, eq(assets.id, textHits.assetId))
    .leftJoin(units, eq(units.id, textHits.unitId))
    .leftJoin(indicators, eq(indicators.id, textHits.indicatorId))
    .where(and(eq(textHits.regionCode, regionCode), eq(textHits.textId, textId)))
    .orderBy(asc(textHits.spanStart), asc(textHits.spanEnd), asc(textHits.demand), asc(textHits.id));
  return rows.map(({ hit, assetName, assetKind, unitName, indicatorName }) => ({
    id: hit.id,
    demand: hit.demand,
    stance: hit.stance,
    counts: hit.counts,
    spanStart: hit.spanStart,
    spanEnd: hit.spanEnd,
    sentenceStart: hit.sentenceStart,
    sentenceEnd: hit.sentenceEnd,
    sentence: hit.sentence,
    doer: hit.doer,
    figures: hit.figures,
    pattern: hit.pattern,
    stanceRule: hit.stanceRule,
    state: hit.state,
    asset: hit.assetId === null ? null : { id: hit.assetId, name: assetName, kind: assetKind },
    unit: hit.unitId === null ? null : { id: hit.unitId, name: unitName },
    indicator: hit.indicatorId === null ? null : { id: hit.indicatorId, name: indicatorName },
    demandId: hit.demandId,
    reason: hit.reason,
    decidedByName: hit.decidedByName,
    decidedAt: hit.decidedAt,
  }));
}

export type TextPlace = { demandId: string; hitId: string; textId: string; title: string };

/**
 * Where in the scanned texts the demands of an item stand, the first place of each text in order of reading. The page is
 * `/texts/<textId>?hit=<hitId>`. Empty for who reads no texts.
 */
export function textPlacesOfDemands(tx: Tx, assetId: string): Promise<TextPlace[]> {
  return tx
    .select({
      demandId: sql<string>`${textHits.demandId}`,
      hitId: textHits.id,
      textId: texts.id,
      title: texts.title,
    })
    .from(textHits)
    .innerJoin(texts, and(eq(texts.regionCode, textHits.regionCode), eq(texts.id, textHits.textId)))
    .where(and(eq(textHits.assetId, assetId), isNotNull(textHits.demandId), eq(textHits.state, "confirmed")))
    .orderBy(desc(texts.createdAt), asc(texts.id), asc(textHits.spanStart), asc(textHits.id));
}

export type Confirmation = { hits: number; items: { id: string; name: string }[] };

/** What was confirmed in a text onto running items, and no run has judged since the item has the demand. */
export async function confirmedSinceAssessment(
  tx: Tx,
  { regionCode, textId }: { regionCode: string; textId: string },
): Promise<Confirmation> {
  const judgedSince = tx
    .select({ one: sql`1` })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .where(
      and(
        eq(assetAssessments.regionCode, assets.regionCode),
        eq(assetAssessments.assetId, assets.id),
        gt(assessments.createdAt, demands.createdAt),
      ),
    );
  const rows = await tx
    .select({ id: assets.id, name: assets.name, hits: sql<number>`count(*)::int` })
    .from(textHits)
    .innerJoin(assets, eq(assets.id, textHits.assetId))
    .innerJoin(demands, and(eq(demands.regionCode, assets.regionCode), eq(demands.id, textHits.demandId)))
    .where(
      and(
        eq(textHits.regionCode, regionCode),
        eq(textHits.textId, textId),
        eq(textHits.state, "confirmed"),
        inArray(assets.state, [...RUNNING_STATES]),
        not(sql`exists ${judgedSince}`),
      ),
    )
    .groupBy(assets.id, assets.name)
    .orderBy(asc(assets.name), asc(assets.id));
  return { hits: rows.reduce((sum, row) => sum + row.hits, 0), items: rows.map(({ id, name }) => ({ id, name })) };
}

export type Remembered = { reason: string; decidedBy: string; decidedByName: string; decidedAt: Date };

/** What people said when they rejected these sentences, the latest word of each; what was confirmed since is not remembered. */
export async function rejectedBefore(
  tx: Tx,
  { regionCode, hashes }: { regionCode: string; hashes: readonly string[] },
): Promise<Map<string, Remembered>> {
  if (hashes.length === 0) return new Map();
  const of = (state: HitState, among: readonly string[]) =>
    tx
      .selectDistinctOn([textHits.sentenceHash], {
        hash: textHits.sentenceHash,
        reason: textHits.reason,
        decidedBy: textHits.decidedBy,
        decidedByName: textHits.decidedByName,
        decidedAt: textHits.decidedAt,
      })
      .from(textHits)
      .where(
        and(
          eq(textHits.regionCode, regionCode),
          eq(textHits.state, state),
          inArray(textHits.sentenceHash, [...among]),
          isNotNull(textHits.decidedAt),
        ),
      )
      .orderBy(asc(textHits.sentenceHash), desc(textHits.decidedAt));
  const rejected = await of("rejected", hashes);
  if (rejected.length === 0) return new Map();
  const confirmed = new Map(
    (
      await of(
        "confirmed",
        rejected.map(({ hash }) => hash),
      )
    ).map(({ hash, decidedAt }) => [hash, decidedAt]),
  );
  return new Map(
    rejected.flatMap(({ hash, reason, decidedBy, decidedByName, decidedAt }) => {
      if (decidedAt === null || reason === null || decidedBy === null || decidedByName === null) return [];
      const since = confirmed.get(hash);
      return since != null && since > decidedAt
        ? []
        : [[hash, { reason, decidedBy, decidedByName, decidedAt }] as const];
    }),
  );
}
