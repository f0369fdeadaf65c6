import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { ASSET_KINDS, ASSET_STATES, BOARDS, DEMANDS, WORK_LINES } from "#lib/asset/vocabulary.ts";
import { actorUnit, at, createdAt, id, inScope, policies, regionCode, roleIn, updatedAt } from "./columns.ts";
import { units } from "./units.ts";

export const assetKind = pgEnum("asset_kind", ASSET_KINDS);
export const assetState = pgEnum("asset_state", ASSET_STATES);
export const board = pgEnum("board", BOARDS);
export const workLine = pgEnum("work_line", WORK_LINES);
export const demandType = pgEnum("demand_type", DEMANDS);

/** Who sees a row about an item: everyone who audits in that region; a department only what its own unit runs. */
export function ownOrAuditing(region: AnyPgColumn, unit: AnyPgColumn, ...auditing: string[]): SQL {
  return sql`${inScope(region)} and (${roleIn(...auditing)} or (${roleIn("department")} and ${unit} = ${actorUnit}))`;
}

/**
 * A row about an item is reached exactly when the item is. Who audits a region reaches all of it, so only a department needs
 * the look at the item itself: one row of thousands costs one look, not thousands.
 */
export function ofReachedAsset(
  table: string,
  region: AnyPgColumn,
  asset: AnyPgColumn,
  auditing: readonly string[],
): SQL {
  const own = sql.raw(
    `exists (select 1 from assets where assets.region_code = ${table}.${region.name} and assets.id = ${table}.${asset.name})`,
  );
  return sql`${inScope(region)} and (${roleIn(...auditing)} or (${roleIn("department")} and ${own}))`;
}

/**
 * The inventory: apps, work groups, official accounts and report forms. Columns hold what the four share, `attributes`
 * what `lib/asset/fields.ts` names for the kind; an absent attribute is unknown. An item lies in its unit's region.
 */
export const assets = pgTable(
  "assets",
  {
    regionCode: regionCode(),
    id: id(),
    kind: assetKind("kind").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    unitId: uuid("unit_id"),
    state: assetState("state").notNull().default("in_use"),
    workLine: workLine("work_line"),
    board: board("board"),
    attributes: jsonb("attributes").$type<AnyAttributes>().notNull().default({}),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    uniqueIndex("assets_region_code_kind_key_unique").on(t.regionCode, t.kind, t.key),
    index("assets_id_idx").on(t.id),
    index("assets_region_code_kind_state_idx").on(t.regionCode, t.kind, t.state),
    index("assets_region_code_unit_id_idx").on(t.regionCode, t.unitId),
    index("assets_updated_at_id_idx").on(t.updatedAt, t.id),
    foreignKey({
      name: "assets_unit_fk",
      columns: [t.regionCode, t.unitId],
      foreignColumns: [units.regionCode, units.id],
    }),
    ...policies("assets", {
      select: ownOrAuditing(t.regionCode, t.unitId, "inspector", "leader", "system"),
      insert: ownOrAuditing(t.regionCode, t.unitId, "inspector", "system"),
      update: ownOrAuditing(t.regionCode, t.unitId, "inspector", "system"),
      delete: ownOrAuditing(t.regionCode, t.unitId, "inspector", "system"),
    }),
  ],
);

/** What a change did to an item, by attribute: [before, after]. */
export type Change = Record<string, [unknown, unknown]>;

/**
 * The full history of every item, append-only; outlives the item. `seq` breaks ties when sorting.
 * `unit_id` is the item's unit at that time, so that a department reads the history of its own items only.
 */
export const assetChanges = pgTable(
  "asset_changes",
  {
    regionCode: regionCode(),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    assetId: uuid("asset_id").notNull(),
    unitId: uuid("unit_id"),
    /** create, update, decide, exempt, delete: the verb of the command that made it. */
    verb: text("verb").notNull(),
    batchId: uuid("batch_id"),
    version: integer("version").notNull(),
    change: jsonb("change").$type<Change>().notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.seq] }),
    index("asset_changes_asset_id_idx").on(t.assetId, t.seq),
    index("asset_changes_batch_id_idx").on(t.batchId),
    ...policies("asset_changes", {
      select: ownOrAuditing(t.regionCode, t.unitId, "inspector", "leader", "system"),
      insert: ownOrAuditing(t.regionCode, t.unitId, "inspector", "system"),
    }),
  ],
);

const assetId = () => uuid("asset_id").notNull();
const childPolicies = (table: string, t: { regionCode: AnyPgColumn; assetId: AnyPgColumn }) => {
  const readable = ofReachedAsset(table, t.regionCode, t.assetId, ["inspector", "leader", "system"]);
  const writable = ofReachedAsset(table, t.regionCode, t.assetId, ["inspector", "system"]);
  return policies(table, { select: readable, insert: writable, update: writable, delete: writable });
};

/**
 * Fields of a report form in the order of the form; `technical` columns ask nobody anything. `element_id` is the data item that the
 * label was read as (`redundancy.ts`); null where it asks for no data, or where nobody has read it yet.
 */
export const formFields = pgTable(
  "form_fields",
  {
    regionCode: regionCode(),
    assetId: assetId(),
    position: integer("position").notNull(),
    label: text("label").notNull(),
    technical: boolean("technical").notNull().default(false),
    elementId: integer("element_id"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.assetId, t.position] }),
    // The element first: an index that began with the region would be taken for the fields of one form before there are statistics.
    index("form_fields_element_idx").on(t.elementId, t.regionCode),
    foreignKey({
      name: "form_fields_asset_fk",
      columns: [t.regionCode, t.assetId],
      foreignColumns: [assets.regionCode, assets.id],
    }).onDelete("cascade"),
    ...childPolicies("form_fields", t),
  ],
);

/** Use of an item by month ("2026-09"); counts of the item, never of a person. */
export const usageMonths = pgTable(
  "usage_months",
  {
    regionCode: regionCode(),
    assetId: assetId(),
    month: text("month").notNull(),
    activeUsers: integer("active_users"),
    logins: integer("logins"),
    businessRecords: integer("business_records"),
    posts: integer("posts"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.assetId, t.month] }),
    foreignKey({
      name: "usage_months_asset_fk",
      columns: [t.regionCode, t.assetId],
      foreignColumns: [assets.regionCode, assets.id],
    }).onDelete("cascade"),
    ...childPolicies("usage_months", t),
  ],
);

/** Demands made of the grass roots, each with the text that proves it. */
export const demands = pgTable(
  "demands",
  {
    regionCode: regionCode(),
    id: id(),
    assetId: assetId(),
    type: demandType("type").notNull(),
    quote: text("quote").notNull(),
    source: text("source").notNull(),
    figure: text("figure"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    uniqueIndex("demands_region_code_asset_id_type_quote_unique").on(t.regionCode, t.assetId, t.type, t.quote),
    foreignKey({
      name: "demands_asset_fk",
      columns: [t.regionCode, t.assetId],
      foreignColumns: [assets.regionCode, assets.id],
    }).onDelete("cascade"),
    ...childPolicies("demands", t),
  ],
);

export const money = (name: string) => numeric(name, { precision: 16, scale: 2, mode: "number" });
