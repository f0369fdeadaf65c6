import { and, asc, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import { type Explanation, explain } from "#lib/risk/explain.ts";
import type { Outcome, OutcomeName } from "#lib/risk/outcome.ts";
import { type Pack, type PackRule, rulesFor } from "#lib/risk/pack.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { storedOutcome } from "#lib/risk/stored-outcome.ts";
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

/** Items of a run by kind and band, with how many rules hit and how many could not be judged. */
export type BandCount = {
  kind: AssetKind;
  band: Band;
  assets: number;
  redLines: number;
  hits: number;
  unknowns: number;
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

/** What one run said of an item, each finding explained with the basis of the pack that judged: hits, unknowns, then the rest. */
export type JudgedAsset = AssetAssessmentRow & {
  asOf: string;
  packVersion: string;
  findings: (Explanation & { outcome: Outcome; redLine: boolean; points: number })[];
};

const SHOWN_FIRST: readonly OutcomeName[] = ["hit", "unknown", "exempt", "clear", "not_applicable"];

/** Undefined when that run did not judge the item, or the actor does not see it. */
export async function findJudgedAsset(
  tx: Tx,
  { assessmentId, assetId }: { assessmentId: string; assetId: string },
): Promise<JudgedAsset | undefined> {
  const [row] = await tx
    .select({
      said: assetAssessments,
      asOf: assessments.asOf,
      packVersion: assessments.packVersion,
      pack: rulePacks.content,
    })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .innerJoin(rulePacks, eq(rulePacks.version, assessments.packVersion))
    .where(and(eq(assetAssessments.assessmentId, assessmentId), eq(assetAssessments.assetId, assetId)));
  if (!row) return undefined;
  const { said, asOf, packVersion, pack } = row;
  const found = await tx
    .select()
    .from(findings)
    .where(
      and(
        eq(findings.regionCode, said.regionCode),
        eq(findings.assessmentId, assessmentId),
        eq(findings.assetId, assetId),
      ),
    );
  // The run kept its own pack, so what applied then is looked up there and not in the pack of today.
  const applied = new Map(rulesFor(pack, said.kind, said.regionCode, asOf).map((rule) => [rule.ruleId, rule]));
  const explained = found.map(({ ruleId, outcome: name, detail, redLine, points }) => {
    const outcome = storedOutcome(name, detail);
    const entry: Pick<PackRule, "ruleId" | "redLine" | "weight" | "basis"> = applied.get(ruleId) ?? {
      ruleId,
      redLine,
      weight: 0,
      basis: [],
    };
    return { ...explain(outcome, RULES.get(ruleId), entry), outcome, redLine, points };
  });
  explained.sort(
    (a, b) =>
      SHOWN_FIRST.indexOf(a.outcome.is) - SHOWN_FIRST.indexOf(b.outcome.is) ||
      Number(b.redLine) - Number(a.redLine) ||
      b.points - a.points ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
  return { ...said, asOf, packVersion, findings: explained };
}

/** The latest run that judged an item; undefined when none did. */
export async function findLatestAssessmentOf(tx: Tx, assetId: string): Promise<AssessmentRow | undefined> {
  const [row] = await tx
    .select({ run: assessments })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .where(eq(assetAssessments.assetId, assetId))
    .orderBy(desc(assessments.createdAt), asc(assessments.id))
    .limit(1);
  return row?.run;
}

/** The latest run over a region or over one that holds it; undefined when there is none. */
export async function findLatestAssessment(tx: Tx, regionCode: string): Promise<AssessmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(assessments)
    .where(sql`starts_with(${regionCode}, ${assessments.regionPrefix})`)
    .orderBy(desc(assessments.createdAt), asc(assessments.id))
    .limit(1);
  return row;
}

function titleOf(ruleId: string): string {
  return RULES.get(ruleId)?.title ?? ruleId;
}
