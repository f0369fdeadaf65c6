import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { OUTCOMES, type OutcomeName } from "#lib/risk/outcome.ts";
import type { Tx } from "../client.ts";
import { assessments, assetAssessments, findings, units } from "../schema/index.ts";
import type { AssessmentRow } from "./assessments.ts";
import { type FindingFilter, findingConditions, OF_ITEM, OF_UNIT } from "./finding-conditions.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";

/** What one rule said of one item in a run. */
export type FindingRow = {
  regionCode: string;
  assetId: string;
  name: string;
  kind: AssetKind;
  unitId: string | null;
  unitName: string | null;
  ruleId: string;
  outcome: OutcomeName;
  redLine: boolean;
  points: number;
  detail: unknown;
};

/**
 * The run that the findings of a region are read from: the one asked for, else the latest over the actor's whole region, else the
 * latest that the actor sees. Undefined where there is none.
 */
export async function assessmentOfFindings(
  tx: Tx,
  { scope, id }: { scope: string; id?: string | undefined },
): Promise<AssessmentRow | undefined> {
  const [run] = await tx
    .select()
    .from(assessments)
    .where(id === undefined ? undefined : eq(assessments.id, id))
    .orderBy(sql`starts_with(${scope}, ${assessments.regionPrefix}) desc`, desc(assessments.createdAt), assessments.id)
    .limit(1);
  return run;
}

/** How many findings of the filter have each outcome, whatever outcome the filter names. */
export async function countFindings(
  tx: Tx,
  assessmentId: string,
  { outcome: _, ...filter }: FindingFilter,
): Promise<Record<OutcomeName, number>> {
  const rows = await tx
    .select({ outcome: findings.outcome, count: sql<number>`count(*)::int` })
    .from(findings)
    .innerJoin(assetAssessments, OF_ITEM)
    .leftJoin(units, OF_UNIT)
    .where(findingConditions(assessmentId, filter))
    .groupBy(findings.outcome);
  const found = new Map(rows.map((row) => [row.outcome, row.count]));
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, found.get(outcome) ?? 0])) as Record<
    OutcomeName,
    number
  >;
}

const COLUMNS = {
  regionCode: findings.regionCode,
  assetId: findings.assetId,
  name: assetAssessments.name,
  kind: assetAssessments.kind,
  unitId: assetAssessments.unitId,
  unitName: units.name,
  ruleId: findings.ruleId,
  outcome: findings.outcome,
  redLine: findings.redLine,
  points: findings.points,
  detail: findings.detail,
};

/** Hits first, then what is not known; of each red lines first, then by points, then by name, so that an item's stand together. */
const RANKED = ["hit", "unknown", "exempt", "clear", "not_applicable"] as const satisfies readonly OutcomeName[];
const RANK = sql`array_position(${sql.raw(`array[${RANKED.map((outcome) => `'${outcome}'`).join(", ")}]::outcome[]`)}, ${findings.outcome})`;
const PLACE = sql`${RANK}, not ${findings.redLine}, -${findings.points}, ${assetAssessments.name} collate "C", ${findings.assetId}, ${findings.ruleId}`;
const PLACE_BACK = sql`${RANK} desc, not ${findings.redLine} desc, -${findings.points} desc, ${assetAssessments.name} collate "C" desc, ${findings.assetId} desc, ${findings.ruleId} desc`;

type Place = Pick<FindingRow, "outcome" | "redLine" | "points" | "name" | "assetId" | "ruleId">;
const against = (operator: ">" | "<", { outcome, redLine, points, name, assetId, ruleId }: Place) =>
  sql`(${PLACE}) ${sql.raw(operator)} (${RANKED.indexOf(outcome) + 1}::int, not ${redLine}::boolean, -${points}::float8, ${name}::text collate "C", ${assetId}::uuid, ${ruleId}::text)`;

function cursorOf(direction: Cursor["direction"], { outcome, redLine, points, name, assetId, ruleId }: Place): string {
  return encodeCursor({ direction, key: JSON.stringify([outcome, redLine, points, name, ruleId]), id: assetId });
}

const Key = z.tuple([z.enum(RANKED), z.boolean(), z.number(), z.string(), z.string()]);

/** Undefined for a cursor of another list: this one then starts at the beginning. */
function placeOf({ key, id }: Cursor): Place | undefined {
  try {
    const [outcome, redLine, points, name, ruleId] = Key.parse(JSON.parse(key));
    return { outcome, redLine, points, name, ruleId, assetId: z.uuid().parse(id) };
  } catch {
    return undefined;
  }
}

/** One page of the findings of a run, by keyset. */
export async function listFindings(
  tx: Tx,
  assessmentId: string,
  { filter, cursor, size }: { filter: FindingFilter; cursor?: Cursor | undefined; size: number },
): Promise<Page<FindingRow>> {
  const where = findingConditions(assessmentId, filter);
  const place = cursor && placeOf(cursor);
  const isBack = place !== undefined && cursor?.direction === "before";
  const found: FindingRow[] = await tx
    .select(COLUMNS)
    .from(findings)
    .innerJoin(assetAssessments, OF_ITEM)
    .leftJoin(units, OF_UNIT)
    .where(and(where, place && against(isBack ? "<" : ">", place)))
    .orderBy(isBack ? PLACE_BACK : PLACE)
    .limit(size + 1);
  const hasMore = found.length > size;
  const items = found.slice(0, size);
  if (isBack) items.reverse();
  const [head, tail] = [items[0], items.at(-1)];
  const count = async (extra?: SQL) =>
    (
      await tx
        .select({ count: sql<number>`count(*)::int` })
        .from(findings)
        .innerJoin(assetAssessments, OF_ITEM)
        .leftJoin(units, OF_UNIT)
        .where(and(where, extra))
    )[0]?.count ?? 0;
  const before = head === undefined || place === undefined ? 0 : await count(against("<", head));
  return {
    items,
    total: await count(),
    first: head === undefined ? 0 : before + 1,
    next: (isBack || hasMore) && tail ? cursorOf("after", tail) : undefined,
    previous: before > 0 && head ? cursorOf("before", head) : undefined,
  };
}

/** A run has some hundred thousand findings; each statement sorts what is left of them. */
const EXPORTED_AT_ONCE = 5000;

/** Every finding of the filter, in the order of the list: never cut. */
export async function* exportFindings(tx: Tx, assessmentId: string, filter: FindingFilter): AsyncGenerator<FindingRow> {
  const where = findingConditions(assessmentId, filter);
  for (let last: FindingRow | undefined; ; ) {
    const found: FindingRow[] = await tx
      .select(COLUMNS)
      .from(findings)
      .innerJoin(assetAssessments, OF_ITEM)
      .leftJoin(units, OF_UNIT)
      .where(and(where, last && against(">", last)))
      .orderBy(PLACE)
      .limit(EXPORTED_AT_ONCE);
    yield* found;
    last = found.at(-1);
    if (found.length < EXPORTED_AT_ONCE) return;
  }
}
