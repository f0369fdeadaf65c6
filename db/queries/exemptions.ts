import { and, desc, eq, gte, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import type { ExemptionStanding } from "#lib/exemption/standing.ts";
import type { OutcomeName } from "#lib/risk/outcome.ts";
import type { Tx } from "../client.ts";
import { assessments, assets, exemptions, units } from "../schema/index.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";
import { holdsWords } from "./search.ts";

export type Exemption = typeof exemptions.$inferSelect;

/** An exemption in the list, with the item that it is about. */
export type ExemptionRow = Exemption & { assetName: string; assetKind: AssetKind; unitName: string | null };

export type ExemptionFilter = {
  standing?: ExemptionStanding;
  ruleId?: string;
  unitId?: string;
  /** In force, and ending on this day or before. */
  endingBy?: string;
  /** Words in the name of the item or the unit. */
  q?: string;
};

/** One exemption; undefined where there is none that the actor sees. */
export async function findExemption(tx: Tx, id: string): Promise<Exemption | undefined> {
  const [row] = await tx.select().from(exemptions).where(eq(exemptions.id, id));
  return row;
}

/** Every request about an item, the latest first. */
export function listExemptionsOf(tx: Tx, { regionCode, id }: { regionCode: string; id: string }): Promise<Exemption[]> {
  return tx
    .select()
    .from(exemptions)
    .where(and(eq(exemptions.regionCode, regionCode), eq(exemptions.assetId, id)))
    .orderBy(desc(exemptions.requestedAt), desc(exemptions.id));
}

/** What the latest run that judged the item said of a rule; null where no run did, or not by this rule. */
export async function latestOutcome(
  tx: Tx,
  { regionCode, id, ruleId }: { regionCode: string; id: string; ruleId: string },
): Promise<OutcomeName | null> {
  const [row] = await tx.execute<{ outcome: OutcomeName | null }>(sql`
    select (select outcome from findings where findings.region_code = ${regionCode} and findings.assessment_id = run.assessment_id
      and findings.asset_id = ${id}::uuid and findings.rule_id = ${ruleId}) as outcome
    from (
      select asset_assessments.assessment_id from asset_assessments
      join ${assessments} on assessments.id = asset_assessments.assessment_id
      where asset_assessments.region_code = ${regionCode} and asset_assessments.asset_id = ${id}::uuid
      order by assessments.created_at desc, assessments.id limit 1
    ) run`);
  return row?.outcome ?? null;
}

const SORT_KEY = sql<string>`${exemptions.requestedAt}::text`;

function rows(tx: Tx) {
  return tx
    .select({
      exemption: exemptions,
      assetName: assets.name,
      assetKind: assets.kind,
      unitName: units.name,
      sortKey: SORT_KEY,
    })
    .from(exemptions)
    .innerJoin(assets, and(eq(assets.regionCode, exemptions.regionCode), eq(assets.id, exemptions.assetId)))
    .leftJoin(units, and(eq(units.regionCode, exemptions.regionCode), eq(units.id, exemptions.unitId)));
}

function conditions(filter: ExemptionFilter, today: string): SQL | undefined {
  const { standing, ruleId, unitId, endingBy, q } = filter;
  return and(
    standing === undefined ? undefined : standingIs(standing, today),
    ruleId === undefined ? undefined : eq(exemptions.ruleId, ruleId),
    unitId === undefined ? undefined : eq(exemptions.unitId, unitId),
    endingBy === undefined ? undefined : and(standingIs("approved", today), lte(exemptions.until, endingBy)),
    ...holdsWords(q, assets.name, units.name),
  );
}

function standingIs(standing: ExemptionStanding, today: string): SQL | undefined {
  if (standing === "expired") return and(eq(exemptions.state, "approved"), lt(exemptions.until, today));
  if (standing === "approved") return and(eq(exemptions.state, "approved"), gte(exemptions.until, today));
  return eq(exemptions.state, standing);
}

const toRow = ({ exemption, sortKey: _, ...row }: Awaited<ReturnType<typeof rows>>[number]): ExemptionRow => ({
  ...exemption,
  ...row,
});

async function countWhere(tx: Tx, where: SQL | undefined): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(exemptions)
    .innerJoin(assets, and(eq(assets.regionCode, exemptions.regionCode), eq(assets.id, exemptions.assetId)))
    .leftJoin(units, and(eq(units.regionCode, exemptions.regionCode), eq(units.id, exemptions.unitId)))
    .where(where);
  return row?.count ?? 0;
}

/** One page of the exemptions that the actor sees, the latest request first, by keyset. `today` tells what has expired. */
export async function listExemptions(
  tx: Tx,
  {
    filter,
    today,
    cursor,
    size,
  }: { filter: ExemptionFilter; today: string; cursor?: Cursor | undefined; size: number },
): Promise<Page<ExemptionRow>> {
  const where = conditions(filter, today);
  const isBack = cursor?.direction === "before";
  const beyond =
    cursor &&
    sql`(${exemptions.requestedAt}, ${exemptions.id}) ${sql.raw(isBack ? ">" : "<")} (${cursor.key}::timestamptz, ${cursor.id}::uuid)`;
  const order = sql.raw(isBack ? "asc" : "desc");
  const found = await rows(tx)
    .where(and(where, beyond))
    .orderBy(sql`${exemptions.requestedAt} ${order}, ${exemptions.id} ${order}`)
    .limit(size + 1);
  const hasMore = found.length > size;
  const page = found.slice(0, size);
  if (isBack) page.reverse();
  const [head, tail] = [page[0], page.at(-1)];
  const before =
    head === undefined
      ? 0
      : await countWhere(
          tx,
          and(
            where,
            sql`(${exemptions.requestedAt}, ${exemptions.id}) > (${head.sortKey}::timestamptz, ${head.exemption.id}::uuid)`,
          ),
        );
  const cursorAt = (direction: Cursor["direction"], row: typeof head) =>
    row && encodeCursor({ direction, key: row.sortKey, id: row.exemption.id });
  return {
    items: page.map(toRow),
    total: await countWhere(tx, where),
    first: head === undefined ? 0 : before + 1,
    next: isBack || hasMore ? cursorAt("after", tail) : undefined,
    previous: before > 0 ? cursorAt("before", head) : undefined,
  };
}

/** Every row of the filter, in the order of the list, a thousand at a time: never cut. */
export async function* exportExemptions(
  tx: Tx,
  { filter, today }: { filter: ExemptionFilter; today: string },
): AsyncGenerator<ExemptionRow> {
  const where = conditions(filter, today);
  for (let last: { sortKey: string; id: string } | undefined; ; ) {
    const beyond =
      last && sql`(${exemptions.requestedAt}, ${exemptions.id}) < (${last.sortKey}::timestamptz, ${last.id}::uuid)`;
    const found = await rows(tx)
      .where(and(where, beyond))
      .orderBy(desc(exemptions.requestedAt), desc(exemptions.id))
      .limit(1000);
    for (const row of found) yield toRow(row);
    const end = found.at(-1);
    if (found.length < 1000 || end === undefined) return;
    last = { sortKey: end.sortKey, id: end.exemption.id };
  }
}

/** How many requests wait for a decision that this person may make: all but the person's own. */
export async function countWaiting(tx: Tx, actorId: string): Promise<number> {
  return tx.$count(exemptions, and(eq(exemptions.state, "requested"), ne(exemptions.requestedBy, actorId)));
}
