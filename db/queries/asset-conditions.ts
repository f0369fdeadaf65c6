import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { MATTERING } from "#lib/asset/completeness.ts";
import type { FieldSpec } from "#lib/asset/field.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { searchTerms } from "#lib/asset/search-term.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assessments, assetAssessments, assets, decisions, demands, findings, units } from "../schema/index.ts";
import type { AssetFilter } from "./asset-filter.ts";
import { inRegion } from "./in-region.ts";
import { searchable } from "./search.ts";

/** What the run says of an item (of `run`, else of the latest run that judged it); at most one row an item. */
export function readingOf(tx: Tx, run: string | undefined) {
  return tx
    .select({
      assessmentId: assetAssessments.assessmentId,
      band: assetAssessments.band,
      score: assetAssessments.score,
      redLines: assetAssessments.redLines,
      hits: assetAssessments.hits,
      unknowns: assetAssessments.unknowns,
      exempt: assetAssessments.exempt,
      burdenLow: assetAssessments.burdenLow,
      burdenMid: assetAssessments.burdenMid,
      burdenHigh: assetAssessments.burdenHigh,
      redundancy: assetAssessments.redundancy,
      value: assetAssessments.value,
      recommendation: assetAssessments.recommendation,
      recommendationReason: assetAssessments.recommendationReason,
      asOf: assessments.asOf,
    })
    .from(assetAssessments)
    .innerJoin(assessments, eq(assessments.id, assetAssessments.assessmentId))
    .where(
      and(
        eq(assetAssessments.assetId, assets.id),
        eq(assetAssessments.regionCode, assets.regionCode),
        run === undefined ? undefined : eq(assetAssessments.assessmentId, run),
      ),
    )
    .orderBy(sql`${assessments.createdAt} desc, ${assessments.id}`)
    .limit(1)
    .as("reading");
}
export type Reading = ReturnType<typeof readingOf>;

/** The decision that stands for an item; at most one row an item. */
export function decisionOf(tx: Tx) {
  return tx
    .select({ decision: decisions.decision, decidedAt: decisions.decidedAt })
    .from(decisions)
    .where(
      and(
        eq(decisions.assetId, assets.id),
        eq(decisions.assetRegionCode, assets.regionCode),
        isNull(decisions.withdrawnAt),
      ),
    )
    .orderBy(sql`${decisions.decidedAt} desc, ${decisions.id}`)
    .limit(1)
    .as("standing");
}
export type Standing = ReturnType<typeof decisionOf>;

/** All that a search looks through: name, key, unit and the values of the attributes. */
const searchableText = searchable(
  assets.name,
  assets.key,
  units.name,
  sql`(select string_agg(attribute.value, ' ') from jsonb_each_text(${assets.attributes}) as attribute)`,
);

/** Values that are stored as a code match by their label: "微信" finds groups whose platform is "wechat". */
function byLabel(term: string): SQL[] {
  const matches: SQL[] = [];
  for (const kind of ASSET_KINDS) {
    if (ASSET_KIND_LABEL[kind].includes(term)) matches.push(sql`${assets.kind} = ${kind}`);
    for (const [key, field] of Object.entries(FIELDS[kind])) {
      if (field.type !== "enum" && field.type !== "enums") continue;
      for (const [option, label] of Object.entries(field.options)) {
        if (!label.toLowerCase().includes(term)) continue;
        const value = { [key]: field.type === "enum" ? option : [option] };
        matches.push(sql`(${assets.kind} = ${kind} and ${assets.attributes} @> ${JSON.stringify(value)}::jsonb)`);
      }
    }
  }
  return matches;
}

/** The kinds that have this attribute, and how the value of a filter is held against it; undefined: no kind has it. */
function byAttribute(key: string, value: string): SQL | undefined {
  const one = (kind: AssetKind): SQL | undefined => {
    const field: FieldSpec | undefined = FIELDS[kind][key];
    if (field === undefined) return undefined;
    if (value === "known") return sql`(${assets.kind} = ${kind} and ${assets.attributes} ? ${key})`;
    if (value === "unknown") return sql`(${assets.kind} = ${kind} and not ${assets.attributes} ? ${key})`;
    if (field.type === "boolean" && (value === "yes" || value === "no")) {
      return sql`(${assets.kind} = ${kind} and ${assets.attributes} @> ${JSON.stringify({ [key]: value === "yes" })}::jsonb)`;
    }
    if ((field.type === "enum" || field.type === "enums") && value in field.options) {
      const held = { [key]: field.type === "enum" ? value : [value] };
      return sql`(${assets.kind} = ${kind} and ${assets.attributes} @> ${JSON.stringify(held)}::jsonb)`;
    }
    return sql`false`;
  };
  return or(...ASSET_KINDS.map(one));
}

function isComplete(): SQL {
  const keys = (kind: AssetKind) =>
    and(
      sql`${assets.kind} = ${kind}`,
      ...MATTERING[kind].map(
        ({ anyOf }) =>
          sql`${assets.attributes} ?| array[${sql.join(
            anyOf.map((key) => sql`${key}`),
            sql`, `,
          )}]::text[]`,
      ),
    );
  return sql`(${assets.unitId} is not null and ${assets.workLine} is not null and (${or(...ASSET_KINDS.map(keys))}))`;
}

/** One of the values, or null where `unknown` is among them. */
function oneOf(column: SQL | Reading["band"] | typeof assets.workLine, values: readonly string[], unknown: string) {
  const known = values.filter((value) => value !== unknown);
  return or(
    known.length === 0
      ? undefined
      : sql`${column} in (${sql.join(
          known.map((value) => sql`${value}`),
          sql`, `,
        )})`,
    values.includes(unknown) ? sql`${column} is null` : undefined,
  );
}

/**
 * Whether an item ran at the end of a day: its state then is what the first later change of state found, or today's where
 * none came later. Days are Beijing days, which have had no summer time since 1991.
 */
function ranOn(day: string): SQL {
  const end = sql`(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
  const stateThen = sql`coalesce((
    select asset_changes.change #>> '{state,0}' from asset_changes
    where asset_changes.asset_id = ${assets.id} and asset_changes.region_code = ${assets.regionCode}
      and asset_changes.at >= ${end} and asset_changes.verb <> 'create' and asset_changes.change ? 'state'
    order by asset_changes.seq limit 1
  ), ${assets.state}::text)`;
  return sql`(${assets.createdAt} < ${end} and ${inArray(stateThen, [...RUNNING_STATES])})`;
}

const some = <T>(values: readonly T[] | undefined): values is readonly T[] => values !== undefined && values.length > 0;

/** The filter as one condition over `assets`, `units`, the reading and the standing decision. */
export function assetConditions(tx: Tx, filter: AssetFilter, reading: Reading, standing: Standing): SQL | undefined {
  const demand = alias(demands, "demand");
  return and(
    some(filter.kinds) ? inArray(assets.kind, [...filter.kinds]) : undefined,
    some(filter.states) ? inArray(assets.state, [...filter.states]) : undefined,
    filter.unit === undefined
      ? undefined
      : filter.unit === "unknown"
        ? isNull(assets.unitId)
        : eq(assets.unitId, filter.unit),
    filter.region === undefined ? undefined : inRegion(assets.regionCode, filter.region),
    some(filter.workLines) ? oneOf(sql`${assets.workLine}`, filter.workLines, "unknown") : undefined,
    some(filter.boards) ? oneOf(sql`${assets.board}`, filter.boards, "unknown") : undefined,
    some(filter.bands) ? oneOf(sql`${reading.band}`, filter.bands, "unassessed") : undefined,
    some(filter.recommendations)
      ? and(
          sql`${reading.assessmentId} is not null`,
          oneOf(sql`${reading.recommendation}`, filter.recommendations, "none"),
        )
      : undefined,
    filter.rule === undefined
      ? undefined
      : sql`exists (${tx
          .select({ one: sql`1` })
          .from(findings)
          .where(
            and(
              sql`${findings.regionCode} = ${assets.regionCode}`,
              sql`${findings.assessmentId} = ${reading.assessmentId}`,
              sql`${findings.assetId} = ${assets.id}`,
              eq(findings.ruleId, filter.rule.ruleId),
              eq(findings.outcome, filter.rule.outcome),
            ),
          )})`,
    some(filter.decisions) ? oneOf(sql`${standing.decision}`, filter.decisions, "none") : undefined,
    filter.known === undefined ? undefined : filter.known === "complete" ? isComplete() : sql`not ${isComplete()}`,
    filter.exempt === undefined ? undefined : sql`${reading.exempt} > 0`,
    filter.burden === undefined
      ? undefined
      : filter.burden === "known"
        ? sql`${reading.burdenMid} is not null`
        : sql`${reading.burdenMid} is null`,
    filter.runningOn === undefined ? undefined : ranOn(filter.runningOn),
    filter.notRunningOn === undefined ? undefined : sql`not ${ranOn(filter.notRunningOn)}`,
    ...Object.entries(filter.attributes ?? {}).map(([key, value]) => byAttribute(key, value)),
    filter.demand === undefined
      ? undefined
      : sql`exists (select 1 from ${demands} as ${sql.identifier("demand")} where ${demand.regionCode} = ${assets.regionCode} and ${demand.assetId} = ${assets.id} and ${demand.type}::text = ${filter.demand})`,
    ...searchTerms(filter.q ?? "").map((term) => or(sql`strpos(${searchableText}, ${term}) > 0`, ...byLabel(term))),
  );
}
