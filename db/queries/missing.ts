import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { assetAssessments, findings, units } from "../schema/index.ts";
import { type FindingFilter, findingConditions, OF_ITEM, OF_UNIT } from "./finding-conditions.ts";
import type { FindingRow } from "./findings.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";

/** What is missing, how many findings and items wait for it, and for which rules; what most findings wait for first. */
export type MissingCount = { missing: string; ruleIds: string[]; findings: number; items: number };

/** What the unknown findings of the filter wait for. A finding may wait for several things: the counts do not add up. */
export async function countMissing(tx: Tx, assessmentId: string, filter: FindingFilter): Promise<MissingCount[]> {
  const unknowns = tx
    .select({
      assetId: findings.assetId,
      ruleId: findings.ruleId,
      missing: sql<string>`jsonb_array_elements_text(${findings.detail} -> 'missing')`.as("missing"),
    })
    .from(findings)
    .innerJoin(assetAssessments, OF_ITEM)
    .leftJoin(units, OF_UNIT)
    .where(findingConditions(assessmentId, { ...filter, outcome: "unknown" }))
    .as("unknowns");
  const rows = await tx
    .select({
      missing: unknowns.missing,
      ruleIds: sql<string[]>`array_agg(distinct ${unknowns.ruleId})`,
      findings: sql<number>`count(distinct (${unknowns.assetId}, ${unknowns.ruleId}))::int`,
      items: sql<number>`count(distinct ${unknowns.assetId})::int`,
    })
    .from(unknowns)
    .where(filter.missing === undefined ? undefined : eq(unknowns.missing, filter.missing))
    .groupBy(unknowns.missing)
    .orderBy(sql`3 desc, 1`);
  return rows;
}

/** An item and what is missing of it. */
export type ItemMissing = Pick<FindingRow, "assetId" | "name" | "kind" | "unitName"> & {
  missing: string[];
  findings: number;
};

/** The items of the filter of which something is missing, by name, by keyset. */
export async function listItemsMissing(
  tx: Tx,
  assessmentId: string,
  { filter, cursor, size }: { filter: FindingFilter; cursor?: Cursor | undefined; size: number },
): Promise<Page<ItemMissing>> {
  const place = sql`${assetAssessments.name} collate "C", ${findings.assetId}`;
  const back = sql`${assetAssessments.name} collate "C" desc, ${findings.assetId} desc`;
  const isBack = cursor?.direction === "before";
  const where = findingConditions(assessmentId, { ...filter, outcome: "unknown" });
  const beside = (operator: string, name: string, id: string) =>
    sql`(${place}) ${sql.raw(operator)} (${name}::text collate "C", ${id}::uuid)`;
  const found = await tx
    .select({
      assetId: findings.assetId,
      name: assetAssessments.name,
      kind: assetAssessments.kind,
      unitName: units.name,
      missing: sql<string[][]>`jsonb_agg(${findings.detail} -> 'missing' order by ${findings.ruleId})`,
      findings: sql<number>`count(*)::int`,
    })
    .from(findings)
    .innerJoin(assetAssessments, OF_ITEM)
    .leftJoin(units, OF_UNIT)
    .where(and(where, cursor && beside(isBack ? "<" : ">", cursor.key, cursor.id)))
    .groupBy(findings.assetId, assetAssessments.name, assetAssessments.kind, units.name)
    .orderBy(isBack ? back : place)
    .limit(size + 1);
  const items = found.slice(0, size).map((row) => ({ ...row, missing: [...new Set(row.missing.flat())] }));
  if (isBack) items.reverse();
  const [head, tail] = [items[0], items.at(-1)];
  const count = async (extra?: SQL) =>
    (
      await tx
        .select({ count: sql<number>`count(distinct ${findings.assetId})::int` })
        .from(findings)
        .innerJoin(assetAssessments, OF_ITEM)
        .leftJoin(units, OF_UNIT)
        .where(and(where, extra))
    )[0]?.count ?? 0;
  const before = head === undefined || cursor === undefined ? 0 : await count(beside("<", head.name, head.assetId));
  const cursorAt = (direction: Cursor["direction"], row: { name: string; assetId: string } | undefined) =>
    row && encodeCursor({ direction, key: row.name, id: row.assetId });
  return {
    items,
    total: await count(),
    first: head === undefined ? 0 : before + 1,
    next: isBack || found.length > size ? cursorAt("after", tail) : undefined,
    previous: before > 0 ? cursorAt("before", head) : undefined,
  };
}
