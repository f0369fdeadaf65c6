import { and, asc, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { OutcomeName } from "#lib/risk/outcome.ts";
import type { Pack } from "#lib/risk/pack.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import type { Tx } from "../client.ts";
import { assessments, assetAssessments, findings, rulePacks } from "../schema/index.ts";

export type AssessmentRow = typeof assessments.$inferSelect;
export type AssetAssessmentRow = typeof assetAssessments.$inferSelect;

/** Runs that the actor sees, the latest first. */
export async function listAssessments(
  tx: Tx,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ items: AssessmentRow[]; total: number }> {
  const items = await tx
    .select()
    .from(assessments)
    .orderBy(desc(assessments.createdAt), asc(assessments.id))
    .limit(limit)
    .offset(offset);
  return { items, total: await tx.$count(assessments) };
}

/** Items of a run by kind and band, with how many rules hit, could not be judged, or were set aside by an exemption. */
export type BandCount = {
  kind: AssetKind;
  band: Band;
  assets: number;
  redLines: number;
  hits: number;
  unknowns: number;
  exempt: number;
};
/** Outcomes of one rule in a run. */
export type RuleCount = { ruleId: string; title: string; outcome: OutcomeName; assets: number };

/** One run with its counts and the pack that judged. Throws "not_found". */
export async function getAssessment(
  tx: Tx,
  id: string,
): Promise<AssessmentRow & { bands: BandCount[]; rules: RuleCount[]; pack: Pack }> {
  const [run] = await tx
    .select({ run: assessments, pack: rulePacks.content })
    .from(assessments)
    .innerJoin(rulePacks, eq(rulePacks.version, assessments.packVersion))
    .where(eq(assessments.id, id));
  if (!run) throw new DomainError("not_found", "没有找到这次研判，请从研判列表重新进入。");
  const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::int`;
  const bands = await tx
    .select({
      kind: assetAssessments.kind,
      band: assetAssessments.band,
      assets: sql<number>`count(*)::int`,
      redLines: sum(assetAssessments.redLines),
      hits: sum(assetAssessments.hits),
      unknowns: sum(assetAssessments.unknowns),
      exempt: sum(assetAssessments.exempt),
    })
    .from(assetAssessments)
    .where(eq(assetAssessments.assessmentId, id))
    .groupBy(assetAssessments.kind, assetAssessments.band)
    .orderBy(asc(assetAssessments.kind), asc(assetAssessments.band));
  const rules = await tx
    .select({ ruleId: findings.ruleId, outcome: findings.outcome, assets: sql<number>`count(*)::int` })
    .from(findings)
    .where(eq(findings.assessmentId, id))
    .groupBy(findings.ruleId, findings.outcome)
    .orderBy(asc(findings.ruleId), asc(findings.outcome));
  return { ...run.run, pack: run.pack, bands, rules: rules.map((row) => ({ ...row, title: titleOf(row.ruleId) })) };
}

export type AssetAssessmentFilter = {
  assessmentId: string;
  kinds?: readonly AssetKind[];
  bands?: readonly Band[];
  unitId?: string;
  /** "none": too little was known to recommend. */
  recommendations?: readonly (Decision | "none")[];
  rule?: { ruleId: string; outcome: OutcomeName };
  /** Part of the name. */
  q?: string;
  limit: number;
  offset?: number;
};

/** Items as one run judged them, also those closed since; the most urgent band first, then by score, name and id. */
export async function listAssetAssessments(
  tx: Tx,
  { limit, offset = 0, ...filter }: AssetAssessmentFilter,
): Promise<{ items: AssetAssessmentRow[]; total: number }> {
  const where = conditions(filter);
  const items = await tx
    .select()
    .from(assetAssessments)
    .where(where)
    .orderBy(
      asc(assetAssessments.band),
      desc(assetAssessments.score),
      asc(assetAssessments.name),
      asc(assetAssessments.assetId),
    )
    .limit(limit)
    .offset(offset);
  return { items, total: await tx.$count(assetAssessments, where) };
}

function conditions({
  assessmentId,
  kinds,
  bands,
  unitId,
  recommendations,
  rule,
  q,
}: Omit<AssetAssessmentFilter, "limit" | "offset">): SQL | undefined {
  const named = recommendations?.filter((decision) => decision !== "none");
  return and(
    eq(assetAssessments.assessmentId, assessmentId),
    kinds && inArray(assetAssessments.kind, [...kinds]),
    bands && inArray(assetAssessments.band, [...bands]),
    unitId === undefined ? undefined : eq(assetAssessments.unitId, unitId),
    recommendations &&
      or(
        named && named.length > 0 ? inArray(assetAssessments.recommendation, named) : undefined,
        recommendations.includes("none") ? isNull(assetAssessments.recommendation) : undefined,
      ),
    rule &&
      sql`exists (select 1 from ${findings} where ${findings.regionCode} = ${assetAssessments.regionCode} and ${findings.assessmentId} = ${assetAssessments.assessmentId} and ${findings.assetId} = ${assetAssessments.assetId} and ${findings.ruleId} = ${rule.ruleId} and ${findings.outcome} = ${rule.outcome})`,
    q === undefined || q === "" ? undefined : ilike(assetAssessments.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`),
  );
}

function titleOf(ruleId: string): string {
  return RULES.get(ruleId)?.title ?? ruleId;
}
