import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AssetKind, AssetState } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import type { Snapshot } from "#lib/review/snapshot.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { Tx } from "../client.ts";
import { assets, decisions, reviewItems, reviewSessions, units } from "../schema/index.ts";
import { readingOf } from "./asset-conditions.ts";

/** A decision as it is shown; `withdrawn` is null while it stands. */
export type DecisionRow = {
  id: string;
  sessionId: string;
  sessionTitle: string | null;
  decision: Decision;
  recommendation: Decision | null;
  reason: string;
  target: { id: string; name: string | null } | null;
  deferUntil: string | null;
  decidedByName: string;
  decidedAt: Date;
  withdrawn: { at: Date; by: string; reason: string } | null;
};

/** An item on an agenda. Readings are frozen ones once the session has opened, today's before. */
export type ReviewItemRow = {
  id: string;
  sessionId: string;
  position: number;
  assetId: string;
  name: string;
  kind: AssetKind;
  state: AssetState;
  unitName: string | null;
  frozen: boolean;
  band: Band | null;
  burdenMid: number | null;
  hits: number | null;
  /** Rules that an exemption set aside; null where it was never judged. */
  exempt: number | null;
  recommendation: Decision | null;
  standing: Pick<DecisionRow, "id" | "decision" | "reason" | "target" | "deferUntil" | "decidedByName"> | null;
};

const target = alias(assets, "target");

/** The agenda of one session in its order, as far as the actor sees it. */
export async function listReviewItems(tx: Tx, sessionId: string): Promise<ReviewItemRow[]> {
  const now = readingOf(tx, undefined);
  const frozen = (path: string) => sql`${reviewItems.snapshot} #>> ${`{assessment,${path}}`}`;
  const rows = await tx
    .select({
      id: reviewItems.id,
      sessionId: reviewItems.sessionId,
      position: reviewItems.position,
      assetId: reviewItems.assetId,
      name: assets.name,
      kind: assets.kind,
      state: assets.state,
      unitName: units.name,
      frozen: sql<boolean>`${reviewItems.snapshot} is not null`,
      frozenBand: sql<Band | null>`${frozen("band")}`,
      frozenBurden: sql<number | null>`(${frozen("burdenMid")})::float8`,
      frozenHits: sql<number | null>`jsonb_array_length(${reviewItems.snapshot} #> '{assessment,hits}')`,
      // A snapshot of before exemptions has none.
      frozenExempt: sql<
        number | null
      >`coalesce(jsonb_array_length(${reviewItems.snapshot} #> '{assessment,exempt}'), case when ${reviewItems.snapshot} #> '{assessment,hits}' is null then null else 0 end)`,
      frozenRecommendation: sql<Decision | null>`${frozen("recommendation")}`,
      band: now.band,
      burdenMid: now.burdenMid,
      hits: now.hits,
      exempt: now.exempt,
      recommendation: now.recommendation,
      decisionId: decisions.id,
      decision: decisions.decision,
      reason: decisions.reason,
      deferUntil: decisions.deferUntil,
      decidedByName: decisions.decidedByName,
      targetId: decisions.targetAssetId,
      targetName: target.name,
    })
    .from(reviewItems)
    .innerJoin(assets, and(eq(assets.regionCode, reviewItems.assetRegionCode), eq(assets.id, reviewItems.assetId)))
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoin(
      decisions,
      and(
        eq(decisions.regionCode, reviewItems.regionCode),
        eq(decisions.reviewItemId, reviewItems.id),
        isNull(decisions.withdrawnAt),
      ),
    )
    .leftJoin(target, eq(target.id, decisions.targetAssetId))
    .leftJoinLateral(now, sql`${reviewItems.snapshot} is null`)
    .where(eq(reviewItems.sessionId, sessionId))
    .orderBy(asc(reviewItems.position), asc(reviewItems.id));
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.sessionId,
    position: row.position,
    assetId: row.assetId,
    name: row.name,
    kind: row.kind,
    state: row.state,
    unitName: row.unitName,
    frozen: row.frozen,
    band: row.frozen ? row.frozenBand : row.band,
    burdenMid: row.frozen ? row.frozenBurden : row.burdenMid,
    hits: row.frozen ? row.frozenHits : row.hits,
    exempt: row.frozen ? row.frozenExempt : row.exempt,
    recommendation: row.frozen ? row.frozenRecommendation : row.recommendation,
    standing:
      row.decisionId === null
        ? null
        : {
            id: row.decisionId,
            decision: row.decision as Decision,
            reason: row.reason as string,
            deferUntil: row.deferUntil,
            decidedByName: row.decidedByName as string,
            target: row.targetId === null ? null : { id: row.targetId, name: row.targetName },
          },
  }));
}

export type ReviewItem = {
  id: string;
  sessionId: string;
  position: number;
  assetId: string;
  assetRegionCode: string;
  name: string;
  kind: AssetKind;
  state: AssetState;
  unitName: string | null;
  /** Null until the session opens. */
  snapshot: Snapshot | null;
};

/** One item of an agenda with its frozen snapshot. Throws "not_found". */
export async function getReviewItem(tx: Tx, reviewItemId: string): Promise<ReviewItem> {
  const [item] = await tx
    .select({
      id: reviewItems.id,
      sessionId: reviewItems.sessionId,
      position: reviewItems.position,
      assetId: reviewItems.assetId,
      assetRegionCode: reviewItems.assetRegionCode,
      name: assets.name,
      kind: assets.kind,
      state: assets.state,
      unitName: units.name,
      snapshot: reviewItems.snapshot,
    })
    .from(reviewItems)
    .innerJoin(assets, and(eq(assets.regionCode, reviewItems.assetRegionCode), eq(assets.id, reviewItems.assetId)))
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .where(sql`${reviewItems.id}::text = ${reviewItemId}`);
  if (item === undefined) throw new DomainError("not_found", "没有找到这个评审条目，请刷新页面");
  return item;
}

/** Every decision about an item, withdrawn ones too, the latest first. */
export async function listDecisions(tx: Tx, assetId: string): Promise<DecisionRow[]> {
  const rows = await tx
    .select({ decision: decisions, sessionTitle: reviewSessions.title, targetName: target.name })
    .from(decisions)
    .leftJoin(
      reviewSessions,
      and(eq(reviewSessions.regionCode, decisions.regionCode), eq(reviewSessions.id, decisions.sessionId)),
    )
    .leftJoin(target, eq(target.id, decisions.targetAssetId))
    .where(eq(decisions.assetId, assetId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.withdrawnAt), asc(decisions.id));
  return rows.map(({ decision, sessionTitle, targetName }) => ({
    id: decision.id,
    sessionId: decision.sessionId,
    sessionTitle,
    decision: decision.decision,
    recommendation: decision.recommendation,
    reason: decision.reason,
    target: decision.targetAssetId === null ? null : { id: decision.targetAssetId, name: targetName },
    deferUntil: decision.deferUntil,
    decidedByName: decision.decidedByName,
    decidedAt: decision.decidedAt,
    withdrawn:
      decision.withdrawnAt === null
        ? null
        : { at: decision.withdrawnAt, by: decision.withdrawnByName ?? "", reason: decision.withdrawReason ?? "" },
  }));
}
