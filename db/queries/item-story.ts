import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { ExemptionState } from "#lib/exemption/vocabulary.ts";
import type { JudgedRun } from "#lib/risk/score-history.ts";
import type { Tx } from "../client.ts";
import { assessments, assetAssessments, assetChanges, demands, findings, textHits, texts } from "../schema/index.ts";

/** The latest runs that judged an item with all that they found, the earliest of them first; `total` counts all runs. */
export async function listJudgedRuns(
  tx: Tx,
  { regionCode, id, limit }: { regionCode: string; id: string; limit: number },
): Promise<{ runs: JudgedRun[]; total: number }> {
  const ofItem = and(eq(assetAssessments.regionCode, regionCode), eq(assetAssessments.assetId, id));
  const rows = await tx
    .select({
      assessmentId: assetAssessments.assessmentId,
      asOf: assessments.asOf,
      judgedAt: assessments.createdAt,
      packVersion: assessments.packVersion,
      band: assetAssessments.band,
      score: assetAssessments.score,
      redLines: assetAssessments.redLines,
      unknowns: assetAssessments.unknowns,
      exempt: assetAssessments.exempt,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .where(ofItem)
    .orderBy(desc(assessments.createdAt), assessments.id)
    .limit(limit);
  if (rows.length === 0) return { runs: [], total: 0 };
  const found = await tx
    .select({
      assessmentId: findings.assessmentId,
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
        eq(findings.assetId, id),
        inArray(
          findings.assessmentId,
          rows.map(({ assessmentId }) => assessmentId),
        ),
      ),
    )
    .orderBy(desc(findings.redLine), desc(findings.points), findings.ruleId);
  const byRun = Map.groupBy(found, ({ assessmentId }) => assessmentId);
  return {
    total: rows[0]?.total ?? 0,
    runs: rows
      .map(({ total: _, ...run }) => ({
        ...run,
        findings: (byRun.get(run.assessmentId) ?? []).map(({ assessmentId: __, ...finding }) => finding),
      }))
      .reverse(),
  };
}

/** Changes that a run would see and the last one did not: how many, and who made the latest, when, and what of. */
export type ChangesSince = { count: number; keys: string[]; latest: { actorName: string; at: Date } };

/** What of a request for exemption no run sees: asked for, refused and taken back. */
const UNSEEN: readonly ExemptionState[] = ["requested", "refused", "withdrawn"];

/** What changed of an item after a moment, as far as rules see it; null where nothing did. A decision is no fact. */
export async function changesSince(
  tx: Tx,
  { regionCode, id, since }: { regionCode: string; id: string; since: Date },
): Promise<ChangesSince | null> {
  const rows = await tx
    .select({
      change: assetChanges.change,
      verb: assetChanges.verb,
      actorName: assetChanges.actorName,
      at: assetChanges.at,
    })
    .from(assetChanges)
    .where(and(eq(assetChanges.regionCode, regionCode), eq(assetChanges.assetId, id), gt(assetChanges.at, since)))
    .orderBy(desc(assetChanges.seq));
  const seen = rows.filter(({ verb, change }) => {
    if (verb === "decide") return false;
    const exemption = change.exemption?.[1] as { state: ExemptionState } | undefined;
    return exemption === undefined || !UNSEEN.includes(exemption.state);
  });
  const [latest] = seen;
  if (latest === undefined) return null;
  return {
    count: seen.length,
    keys: [...new Set(seen.flatMap(({ change }) => Object.keys(change)))],
    latest: { actorName: latest.actorName, at: latest.at },
  };
}

/** Where the words of a demand stand in a scanned text; `start` and `end` are UTF-16 offsets into the sentence, the end exclusive. */
export type QuotedPlace = {
  quote: string;
  sentence: string;
  start: number;
  end: number;
  textId: string;
  hitId: string;
  title: string;
};

/** The places in texts that prove an item's demands, the first of each demand; empty for who reads no texts. */
export async function quotedPlaces(
  tx: Tx,
  { regionCode, id }: { regionCode: string; id: string },
): Promise<QuotedPlace[]> {
  return tx
    .selectDistinctOn([textHits.demandId], {
      quote: demands.quote,
      sentence: textHits.sentence,
      start: sql<number>`${textHits.spanStart} - ${textHits.sentenceStart}`,
      end: sql<number>`${textHits.spanEnd} - ${textHits.sentenceStart}`,
      textId: texts.id,
      hitId: textHits.id,
      title: texts.title,
    })
    .from(textHits)
    .innerJoin(texts, and(eq(texts.regionCode, textHits.regionCode), eq(texts.id, textHits.textId)))
    .innerJoin(demands, and(eq(demands.id, textHits.demandId), eq(demands.assetId, textHits.assetId)))
    .where(and(eq(demands.regionCode, regionCode), eq(textHits.assetId, id), eq(textHits.state, "confirmed")))
    .orderBy(asc(textHits.demandId), desc(texts.createdAt), asc(textHits.spanStart), asc(textHits.id));
}
