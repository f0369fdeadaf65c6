import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { DECISIONS } from "#lib/review/vocabulary.ts";
import { BANDS } from "#lib/risk/band.ts";
import { OUTCOMES, type OutcomeDetail } from "#lib/risk/outcome.ts";
import type { Pack } from "#lib/risk/pack.ts";
import { assetKind, assetState, ownOrAuditing } from "./assets.ts";
import { actorRole, createdAt, id, inScope, policies, regionCode, regionCodeColumn, roleIn } from "./columns.ts";

export const band = pgEnum("band", BANDS);
export const outcome = pgEnum("outcome", OUTCOMES);
export const decision = pgEnum("decision", DECISIONS);

/** Rule packs as they were applied, by version, never changed: every past assessment stays readable with its pack. */
export const rulePacks = pgTable(
  "rule_packs",
  {
    version: text("version").primaryKey(),
    content: jsonb("content").$type<Pack>().notNull(),
    createdAt: createdAt(),
  },
  () =>
    policies("rule_packs", {
      select: sql`${actorRole} is not null`,
      insert: roleIn("inspector", "system"),
    }),
);

/** One run over a region; append-only: running again adds a run. `as_of` is the day judged for. */
export const assessments = pgTable(
  "assessments",
  {
    regionCode: regionCode(),
    id: id(),
    /** The meaningful digits of `region_code`: a department below may read which run judged its items. */
    regionPrefix: regionCodeColumn("region_prefix").notNull(),
    asOf: date("as_of").notNull(),
    packVersion: text("pack_version")
      .notNull()
      .references(() => rulePacks.version),
    assets: integer("assets").notNull(),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("assessments_id_idx").on(t.id),
    index("assessments_created_at_idx").on(t.regionCode, t.createdAt),
    ...policies("assessments", {
      select: sql`(${inScope(t.regionCode)} and ${roleIn("inspector", "leader", "system")}) or (${roleIn("department")} and starts_with(nullif(current_setting('app.region_from', true), ''), ${t.regionPrefix}))`,
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);

/**
 * What one run said of one item: the four readings side by side, never averaged. Append-only; no foreign key to the item,
 * because a judgement outlives it, so its name, kind and unit of that day are kept here.
 */
export const assetAssessments = pgTable(
  "asset_assessments",
  {
    regionCode: regionCode(),
    assessmentId: uuid("assessment_id").notNull(),
    assetId: uuid("asset_id").notNull(),
    kind: assetKind("kind").notNull(),
    name: text("name").notNull(),
    unitId: uuid("unit_id"),
    state: assetState("state").notNull(),
    band: band("band").notNull(),
    /** 0 to 100, 100 is worst. */
    score: doublePrecision("score").notNull(),
    /** The score if every unknown rule were a hit. */
    scoreIfUnknownHit: doublePrecision("score_if_unknown_hit").notNull(),
    redLines: integer("red_lines").notNull(),
    hits: integer("hits").notNull(),
    unknowns: integer("unknowns").notNull(),
    /** Rules that an approved exemption set aside. */
    exempt: integer("exempt").notNull().default(0),
    /** Hours a year; null when an input is unknown. */
    burdenLow: doublePrecision("burden_low"),
    burdenMid: doublePrecision("burden_mid"),
    burdenHigh: doublePrecision("burden_high"),
    /** Inputs that are missing, and what looks implausible. */
    burdenNotes: jsonb("burden_notes").$type<{ missing: string[]; warnings: string[] }>().notNull(),
    /** Share (0 to 1) of what the item asks that another item asks too; null is unknown. */
    redundancy: doublePrecision("redundancy"),
    /** Share (0 to 1) of real use; null is unknown. */
    value: doublePrecision("value"),
    /** The disposition read off the readings; null when too little is known to recommend. */
    recommendation: decision("recommendation"),
    recommendationReason: text("recommendation_reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.assessmentId, t.assetId] }),
    index("asset_assessments_assessment_id_band_idx").on(t.assessmentId, t.band),
    index("asset_assessments_asset_id_idx").on(t.assetId),
    ...policies("asset_assessments", {
      select: ownOrAuditing(t.regionCode, t.unitId, "inspector", "leader", "system"),
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);

const ofOwnAssessedAsset = sql.raw(
  "exists (select 1 from asset_assessments where asset_assessments.region_code = findings.region_code and asset_assessments.assessment_id = findings.assessment_id and asset_assessments.asset_id = findings.asset_id)",
);

/**
 * The outcome of each rule for each item in a run, the clear and unknown ones too. Append-only.
 * `rule_id` is text, because old runs keep the ids of retired rules.
 */
export const findings = pgTable(
  "findings",
  {
    regionCode: regionCode(),
    assessmentId: uuid("assessment_id").notNull(),
    assetId: uuid("asset_id").notNull(),
    ruleId: text("rule_id").notNull(),
    outcome: outcome("outcome").notNull(),
    redLine: boolean("red_line").notNull(),
    /** Points added to the score; 0 unless a hit that is no red line. */
    points: doublePrecision("points").notNull(),
    detail: jsonb("detail").$type<OutcomeDetail>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.assessmentId, t.assetId, t.ruleId] }),
    index("findings_assessment_id_rule_id_idx").on(t.assessmentId, t.ruleId, t.outcome),
    ...policies("findings", {
      select: sql`${inScope(t.regionCode)} and (${roleIn("inspector", "leader", "system")} or (${roleIn("department")} and ${ofOwnAssessedAsset}))`,
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);
