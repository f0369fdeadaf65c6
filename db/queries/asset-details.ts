import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Asset, Demand, FormField, UsageMonth } from "#lib/asset/asset.ts";
import type { Changes } from "#lib/asset/change.ts";
import type { StoredFinding } from "#lib/risk/explain-stored.ts";
import type { Pack } from "#lib/risk/pack.ts";
import type { Tx } from "../client.ts";
import {
  assessments,
  assetAssessments,
  assetChanges,
  assets,
  demands,
  findings,
  formFields,
  regions,
  rulePacks,
  units,
  usageMonths,
} from "../schema/index.ts";
import { type DecisionRow, listDecisions } from "./review-items.ts";

/** What a run said of an item, whole: readings, the outcome of every rule, and the pack that it was judged by. */
export type Judgement = Omit<
  typeof assetAssessments.$inferSelect,
  "regionCode" | "assetId" | "kind" | "name" | "unitId"
> & {
  asOf: string;
  judgedAt: Date;
  /** The region that the run was over. */
  runRegionCode: string;
  pack: Pack;
  /** Whether no later run judged the item. */
  isLatest: boolean;
  findings: StoredFinding[];
};

export type AssetDetails = {
  asset: Asset & { createdAt: Date; updatedAt: Date };
  unit: { id: string; name: string } | null;
  regionName: string | null;
  fields: FormField[];
  usage: UsageMonth[];
  demands: Demand[];
  judgement: Judgement | null;
  decisions: DecisionRow[];
};

/** The item itself; undefined where there is none that the actor sees. */
export async function findAsset(tx: Tx, id: string): Promise<Asset | undefined> {
  const [row] = await tx.select().from(assets).where(eq(assets.id, id));
  // Safe because a row's attributes are those of its own kind.
  return row as Asset | undefined;
}

/**
 * Everything known of an item, judged by the latest run, or by `runId` if that run judged it; undefined where there is no item
 * that the actor sees.
 */
export async function findAssetDetails(tx: Tx, id: string, runId?: string): Promise<AssetDetails | undefined> {
  const [row] = await tx
    .select({ asset: assets, unit: { id: units.id, name: units.name }, regionName: regions.name })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoin(regions, eq(regions.code, assets.regionCode))
    .where(eq(assets.id, id));
  if (row === undefined) return undefined;
  const { regionCode } = row.asset;
  return {
    // Safe because a row's attributes are those of its own kind.
    asset: row.asset as AssetDetails["asset"],
    unit: row.unit,
    regionName: row.regionName,
    fields: await listFormFields(tx, row.asset),
    usage: await usageOf(tx, regionCode, id),
    demands: await demandsOf(tx, regionCode, id),
    judgement: await judgementOf(tx, regionCode, id, runId),
    decisions: await listDecisions(tx, id),
  };
}

/** The fields of a form in their order; none of another kind. */
export function listFormFields(tx: Tx, { regionCode, id }: Pick<Asset, "regionCode" | "id">): Promise<FormField[]> {
  return tx
    .select({
      position: formFields.position,
      label: formFields.label,
      technical: formFields.technical,
      element: formFields.elementId,
    })
    .from(formFields)
    .where(and(eq(formFields.regionCode, regionCode), eq(formFields.assetId, id)))
    .orderBy(asc(formFields.position));
}

function usageOf(tx: Tx, regionCode: string, assetId: string): Promise<UsageMonth[]> {
  return tx
    .select({
      month: usageMonths.month,
      activeUsers: usageMonths.activeUsers,
      logins: usageMonths.logins,
      businessRecords: usageMonths.businessRecords,
      posts: usageMonths.posts,
    })
    .from(usageMonths)
    .where(and(eq(usageMonths.regionCode, regionCode), eq(usageMonths.assetId, assetId)))
    .orderBy(asc(usageMonths.month));
}

function demandsOf(tx: Tx, regionCode: string, assetId: string): Promise<Demand[]> {
  return tx
    .select({
      id: demands.id,
      type: demands.type,
      quote: demands.quote,
      source: demands.source,
      figure: demands.figure,
    })
    .from(demands)
    .where(and(eq(demands.regionCode, regionCode), eq(demands.assetId, assetId)))
    .orderBy(asc(demands.type), asc(demands.createdAt), asc(demands.id));
}

async function judgementOf(
  tx: Tx,
  regionCode: string,
  assetId: string,
  runId: string | undefined,
): Promise<Judgement | null> {
  const runs = await tx
    .select({ id: assessments.id })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .where(and(eq(assetAssessments.regionCode, regionCode), eq(assetAssessments.assetId, assetId)))
    .orderBy(desc(assessments.createdAt), asc(assessments.id));
  const latest = runs[0]?.id;
  const chosen = runs.find(({ id }) => id === runId)?.id ?? latest;
  if (chosen === undefined) return null;
  const [found] = await tx
    .select({
      reading: assetAssessments,
      asOf: assessments.asOf,
      judgedAt: assessments.createdAt,
      runRegionCode: assessments.regionCode,
      pack: rulePacks.content,
    })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .innerJoin(rulePacks, eq(rulePacks.version, assessments.packVersion))
    .where(
      and(
        eq(assetAssessments.regionCode, regionCode),
        eq(assetAssessments.assetId, assetId),
        eq(assetAssessments.assessmentId, chosen),
      ),
    );
  if (found === undefined) return null;
  const { reading, ...run } = found;
  const outcomes = await tx
    .select({
      ruleId: findings.ruleId,
      outcome: findings.outcome,
      redLine: findings.redLine,
      points: findings.points,
      detail: findings.detail,
    })
    .from(findings)
    .where(
      and(
        eq(findings.regionCode, regionCode),
        eq(findings.assessmentId, reading.assessmentId),
        eq(findings.assetId, assetId),
      ),
    )
    .orderBy(desc(findings.redLine), desc(findings.points), asc(findings.ruleId));
  return { ...reading, ...run, isLatest: chosen === latest, findings: outcomes };
}

export type HistoryEntry = {
  seq: number;
  verb: string;
  version: number;
  change: Changes;
  actorName: string;
  at: Date;
  batchId: string | null;
};

/** The history of an item, latest first; `before` is the last `seq` of the page above. */
export async function listAssetHistory(
  tx: Tx,
  { assetId, before, size }: { assetId: string; before?: number; size: number },
): Promise<{ entries: HistoryEntry[]; total: number; next: number | undefined }> {
  const ofAsset = eq(assetChanges.assetId, assetId);
  const found = await tx
    .select({
      seq: assetChanges.seq,
      verb: assetChanges.verb,
      version: assetChanges.version,
      change: assetChanges.change,
      actorName: assetChanges.actorName,
      at: assetChanges.at,
      batchId: assetChanges.batchId,
    })
    .from(assetChanges)
    .where(and(ofAsset, before === undefined ? undefined : lt(assetChanges.seq, before)))
    .orderBy(desc(assetChanges.seq))
    .limit(size + 1);
  const [counted] = await tx.select({ count: sql<number>`count(*)::int` }).from(assetChanges).where(ofAsset);
  const entries = found.slice(0, size);
  return { entries, total: counted?.count ?? 0, next: found.length > size ? entries.at(-1)?.seq : undefined };
}
