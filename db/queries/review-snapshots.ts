import { and, eq, inArray, sql } from "drizzle-orm";
import type { Snapshot } from "#lib/review/snapshot.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { storedOutcome } from "#lib/risk/stored-outcome.ts";
import type { Tx } from "../client.ts";
import { assessments, assets, findings, units } from "../schema/index.ts";
import { readingOf } from "./asset-conditions.ts";

type Found = NonNullable<Snapshot["assessment"]>;
type Told = Required<Pick<Found, "hits" | "unknowns" | "exempt">>;

/** What is known of each item now: itself, its unit, and its latest judgement with hits, what was unknown, and what is exempt. */
export async function snapshotsOf(tx: Tx, assetIds: readonly string[]): Promise<Map<string, Snapshot>> {
  if (assetIds.length === 0) return new Map();
  const reading = readingOf(tx, undefined);
  const rows = await tx
    .select({
      id: assets.id,
      asset: {
        name: assets.name,
        kind: assets.kind,
        key: assets.key,
        state: assets.state,
        workLine: assets.workLine,
        board: assets.board,
        version: assets.version,
        attributes: assets.attributes,
      },
      unitName: units.name,
      reading: {
        assessmentId: reading.assessmentId,
        asOf: reading.asOf,
        band: reading.band,
        score: reading.score,
        burdenMid: reading.burdenMid,
        recommendation: reading.recommendation,
        recommendationReason: reading.recommendationReason,
      },
      packVersion: assessments.packVersion,
    })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .leftJoinLateral(reading, sql`true`)
    .leftJoin(assessments, eq(assessments.id, reading.assessmentId))
    .where(inArray(assets.id, [...assetIds]));
  const judged = await findingsOf(tx, assetIds);
  return new Map(
    rows.map(({ id, asset, unitName, reading: read, packVersion }) => {
      const assessment =
        read?.assessmentId == null || packVersion === null
          ? null
          : {
              id: read.assessmentId,
              asOf: read.asOf,
              packVersion,
              band: read.band,
              score: read.score,
              burdenMid: read.burdenMid,
              recommendation: read.recommendation,
              recommendationReason: read.recommendationReason,
              hits: judged.get(id)?.hits ?? [],
              unknowns: judged.get(id)?.unknowns ?? [],
              exempt: judged.get(id)?.exempt ?? [],
            };
      // Safe because a row's attributes are those of its own kind.
      return [id, { asset: asset as Snapshot["asset"], unitName, assessment }];
    }),
  );
}

/** Hits, unknowns and exemptions of the latest run of each item; red lines first, then by points. */
async function findingsOf(tx: Tx, assetIds: readonly string[]): Promise<Map<string, Told>> {
  const reading = readingOf(tx, undefined);
  const rows = await tx
    .select({
      assetId: findings.assetId,
      ruleId: findings.ruleId,
      outcome: findings.outcome,
      redLine: findings.redLine,
      detail: findings.detail,
    })
    .from(assets)
    .innerJoinLateral(reading, sql`true`)
    .innerJoin(
      findings,
      and(
        eq(findings.regionCode, assets.regionCode),
        eq(findings.assessmentId, reading.assessmentId),
        eq(findings.assetId, assets.id),
        inArray(findings.outcome, ["hit", "unknown", "exempt"]),
      ),
    )
    .where(inArray(assets.id, [...assetIds]))
    .orderBy(sql`${findings.redLine} desc, ${findings.points} desc, ${findings.ruleId}`);
  const judged = new Map<string, Told>();
  for (const { assetId, ruleId, outcome, redLine, detail } of rows) {
    const entry = judged.get(assetId) ?? { hits: [], unknowns: [], exempt: [] };
    judged.set(assetId, entry);
    const found = storedOutcome(outcome, detail);
    // A retired rule has no title any more; its id still says what it was.
    const title = RULES.get(ruleId)?.title ?? ruleId;
    if (found.is === "hit") entry.hits.push({ ruleId, title, redLine, evidence: found.evidence });
    if (found.is === "unknown") entry.unknowns.push({ ruleId, title, missing: found.missing });
    if (found.is === "exempt") {
      const { approvedBy, reason, until } = found;
      entry.exempt.push({ ruleId, title, approvedBy, reason, until });
    }
  }
  return judged;
}
