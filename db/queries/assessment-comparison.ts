import { sql } from "drizzle-orm";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { OutcomeName } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import type { Tx } from "../client.ts";

/** How one run stood to an item; `exempt` rules were set aside. */
export type ComparedReading = { band: Band; score: number; exempt: number };

/** "changed": other findings, with or without another score or band. */
export type ComparedAsset = {
  assetId: string;
  kind: AssetKind;
  name: string;
  change: "appeared" | "gone" | "changed";
  /** Null where that run did not judge the item. */
  from: ComparedReading | null;
  to: ComparedReading | null;
  /** Rules whose outcome differs; null: the rule was not applied in that run. Empty for what appeared or is gone. */
  findings: { ruleId: string; title: string; from: OutcomeName | null; to: OutcomeName | null }[];
};
export type Comparison = { appeared: number; gone: number; changed: number; same: number; items: ComparedAsset[] };

type Row = {
  asset_id: string;
  kind: AssetKind;
  name: string;
  change: ComparedAsset["change"] | "same";
  from_band: Band | null;
  from_score: number | null;
  from_exempt: number | null;
  to_band: Band | null;
  to_score: number | null;
  to_exempt: number | null;
  findings: { ruleId: string; from: OutcomeName | null; to: OutcomeName | null }[] | null;
};

/** Two runs item by item, `from` the earlier: counts of all, and a page of the items that differ, by name and id. */
export async function compareAssessments(
  tx: Tx,
  { from, to, limit, offset = 0 }: { from: string; to: string; limit: number; offset?: number },
): Promise<Comparison> {
  const compared = sql`
    with before as (select * from asset_assessments where assessment_id = ${from}::uuid),
    after as (select * from asset_assessments where assessment_id = ${to}::uuid),
    moved as (
      select coalesce(a.asset_id, b.asset_id) as asset_id,
        jsonb_agg(jsonb_build_object('ruleId', coalesce(a.rule_id, b.rule_id), 'from', a.outcome, 'to', b.outcome) order by coalesce(a.rule_id, b.rule_id)) as findings
      from (select * from findings where assessment_id = ${from}::uuid) a
      full join (select * from findings where assessment_id = ${to}::uuid) b
        on b.region_code = a.region_code and b.asset_id = a.asset_id and b.rule_id = a.rule_id
      where a.outcome is distinct from b.outcome
      group by 1
    ),
    compared as (
      select coalesce(after.asset_id, before.asset_id) as asset_id, coalesce(after.kind, before.kind) as kind,
        coalesce(after.name, before.name) as name,
        before.band as from_band, before.score as from_score, before.exempt as from_exempt,
        after.band as to_band, after.score as to_score, after.exempt as to_exempt,
        case when before.asset_id is null then 'appeared' when after.asset_id is null then 'gone'
          when before.band <> after.band or before.score <> after.score or moved.asset_id is not null then 'changed' else 'same' end as change,
        case when before.asset_id is null or after.asset_id is null then null else moved.findings end as findings
      from before full join after on after.region_code = before.region_code and after.asset_id = before.asset_id
      left join moved on moved.asset_id = coalesce(after.asset_id, before.asset_id)
    )`;
  const counts = await tx.execute<{ change: Row["change"]; assets: number }>(
    sql`${compared} select change, count(*)::int as assets from compared group by change`,
  );
  const rows = await tx.execute<Row>(
    sql`${compared} select * from compared where change <> 'same' order by name, asset_id limit ${limit} offset ${offset}`,
  );
  const count = (change: Row["change"]) => counts.find((row) => row.change === change)?.assets ?? 0;
  return {
    appeared: count("appeared"),
    gone: count("gone"),
    changed: count("changed"),
    same: count("same"),
    items: rows.map(toCompared),
  };
}

function toCompared(row: Row): ComparedAsset {
  const side = (band: Band | null, score: number | null, exempt: number | null) =>
    band === null || score === null ? null : { band, score, exempt: exempt ?? 0 };
  return {
    assetId: row.asset_id,
    kind: row.kind,
    name: row.name,
    // Safe because the query leaves out "same".
    change: row.change as ComparedAsset["change"],
    from: side(row.from_band, row.from_score, row.from_exempt),
    to: side(row.to_band, row.to_score, row.to_exempt),
    findings: (row.findings ?? []).map((finding) => ({
      ...finding,
      title: RULES.get(finding.ruleId)?.title ?? finding.ruleId,
    })),
  };
}
