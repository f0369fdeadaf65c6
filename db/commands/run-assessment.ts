import { sql } from "drizzle-orm";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { regionPrefix, regionWithin } from "#lib/region/region.ts";
import { assessAsset } from "#lib/risk/assess.ts";
import type { Band } from "#lib/risk/band.ts";
import type { Facts } from "#lib/risk/facts.ts";
import { RunAssessmentInput } from "#lib/risk/inputs.ts";
import type { Pack } from "#lib/risk/pack.ts";
import { outcomeDetail } from "#lib/risk/stored-outcome.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { loadFacts } from "../queries/facts.ts";
import { packJudging, packNamed } from "../queries/rule-packs.ts";
import { assessments, rulePacks } from "../schema/index.ts";

/** Items judged and written at a time; a run can be cancelled between two. */
const BATCH = 500;

export type AssessmentRun = {
  assessmentId: string;
  packVersion: string;
  assets: number;
  redLines: number;
  /** Findings that an exemption set aside. */
  exempt: number;
  bands: Partial<Record<AssetKind, Partial<Record<Band, number>>>>;
};

/** Judges every running item of a region and stores the run; running again adds a run. Cancelled, it leaves nothing. */
export const runAssessment = command(
  { action: "assessment.run", capability: "assess", input: RunAssessmentInput },
  async ({ tx, actor, now, checkCancelled, onProgress }, { regionCode, asOf, packVersions }) => {
    if (!regionWithin(regionCode, actor.scope)) {
      throw new DomainError("forbidden", "该地区不在您的管辖范围内，请选择本地区或下级地区。");
    }
    const pack = packVersions === undefined ? await packJudging(tx, regionCode) : await packNamed(tx, packVersions);
    if (!pack) throw new DomainError("invalid", "没有这个规则包版本，请从列表中选择。");
    await keepPack(tx, pack);

    onProgress?.({ done: 0, total: null, label: "读取条目" });
    const all = await loadFacts(tx, {
      regionCode,
      asOf,
      onBatch: (read) => {
        checkCancelled();
        onProgress?.({ done: read, total: null, label: "读取条目" });
      },
    });
    const [run] = await tx
      .insert(assessments)
      .values({
        regionCode,
        regionPrefix: regionPrefix(regionCode),
        asOf,
        packVersion: pack.version,
        assets: all.length,
        createdBy: actor.id,
        createdByName: actor.name,
        createdAt: now,
      })
      .returning({ id: assessments.id });
    if (run === undefined) throw new Error("assessments returned no row");

    const result: AssessmentRun = {
      assessmentId: run.id,
      packVersion: pack.version,
      assets: all.length,
      redLines: 0,
      exempt: 0,
      bands: {},
    };
    for (let start = 0; start < all.length; start += BATCH) {
      checkCancelled();
      await judge(tx, run.id, all.slice(start, start + BATCH), pack, asOf, result);
      onProgress?.({ done: Math.min(all.length, start + BATCH), total: all.length, label: "研判" });
    }
    const { assessmentId, ...detail } = result;
    return {
      result,
      audit: { regionCode, subjectType: "assessment", subjectId: assessmentId, detail: { asOf, ...detail } },
    };
  },
);

/** A version names one content for ever: another content under it is refused. */
async function keepPack(tx: Tx, pack: Pack): Promise<void> {
  await tx.insert(rulePacks).values({ version: pack.version, content: pack }).onConflictDoNothing();
  const [stored] = await tx.execute<{ same: boolean }>(
    sql`select content = ${JSON.stringify(pack)}::jsonb as same from rule_packs where version = ${pack.version}`,
  );
  if (!stored?.same) {
    throw new DomainError("conflict", `规则包 ${pack.version} 与已保存的内容不同，请更换版本号后再研判。`);
  }
}

/** Judges some items and writes what was said of them in two statements; adds to the run's counts. */
async function judge(
  tx: Tx,
  runId: string,
  batch: readonly Facts[],
  pack: Pack,
  asOf: string,
  run: AssessmentRun,
): Promise<void> {
  const assetRows: Record<string, unknown>[] = [];
  const findingRows: Record<string, unknown>[] = [];
  for (const facts of batch) {
    const { id, regionCode, kind, name, unitId, state } = facts.asset;
    const said = assessAsset(facts, pack, asOf);
    const byBand = run.bands[kind] ?? {};
    byBand[said.band] = (byBand[said.band] ?? 0) + 1;
    run.bands[kind] = byBand;
    run.redLines += said.redLines;
    run.exempt += said.exempt;
    assetRows.push({
      region_code: regionCode,
      asset_id: id,
      kind,
      name,
      unit_id: unitId,
      state,
      band: said.band,
      score: said.score,
      score_if_unknown_hit: said.scoreIfUnknownHit,
      red_lines: said.redLines,
      hits: said.hits,
      unknowns: said.unknowns,
      exempt: said.exempt,
      burden_low: said.burdenLow,
      burden_mid: said.burdenMid,
      burden_high: said.burdenHigh,
      burden_notes: said.burdenNotes,
      redundancy: said.redundancy,
      value: said.value,
      recommendation: said.recommendation,
      recommendation_reason: said.recommendationReason,
    });
    for (const { ruleId, outcome, redLine, points } of said.findings) {
      const detail = outcomeDetail(outcome);
      findingRows.push({
        region_code: regionCode,
        asset_id: id,
        rule_id: ruleId,
        outcome: outcome.is,
        red_line: redLine,
        points,
        detail,
      });
    }
  }
  await tx.execute(sql`
    insert into asset_assessments (region_code, assessment_id, asset_id, kind, name, unit_id, state, band, score, score_if_unknown_hit,
      red_lines, hits, unknowns, exempt, burden_low, burden_mid, burden_high, burden_notes, redundancy, value, recommendation, recommendation_reason)
    select region_code, ${runId}::uuid, asset_id, kind, name, unit_id, state, band, score, score_if_unknown_hit,
      red_lines, hits, unknowns, exempt, burden_low, burden_mid, burden_high, burden_notes, redundancy, value, recommendation, recommendation_reason
    from jsonb_to_recordset(${JSON.stringify(assetRows)}::jsonb) as row (region_code text, asset_id uuid, kind asset_kind, name text,
      unit_id uuid, state asset_state, band band, score float8, score_if_unknown_hit float8, red_lines int, hits int, unknowns int, exempt int,
      burden_low float8, burden_mid float8, burden_high float8, burden_notes jsonb, redundancy float8, value float8,
      recommendation decision, recommendation_reason text)`);
  await tx.execute(sql`
    insert into findings (region_code, assessment_id, asset_id, rule_id, outcome, red_line, points, detail)
    select region_code, ${runId}::uuid, asset_id, rule_id, outcome, red_line, points, detail
    from jsonb_to_recordset(${JSON.stringify(findingRows)}::jsonb) as row (region_code text, asset_id uuid, rule_id text, outcome outcome,
      red_line boolean, points float8, detail jsonb)`);
}
