import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Snapshot } from "#lib/review/snapshot.ts";
import { SESSION_STATES } from "#lib/review/vocabulary.ts";
import { decision } from "./assessments.ts";
import { assets, ofReachedAsset } from "./assets.ts";
import { at, createdAt, id, inScope, policies, regionCode, regionCodeColumn, roleIn } from "./columns.ts";

export const sessionState = pgEnum("session_state", SESSION_STATES);

/** A review session. `state` only moves forward: draft, open, closed. Departments see sessions with an item of theirs. */
export const reviewSessions = pgTable(
  "review_sessions",
  {
    regionCode: regionCode(),
    id: id(),
    title: text("title").notNull(),
    heldOn: date("held_on").notNull(),
    state: sessionState("state").notNull().default("draft"),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
    openedAt: at("opened_at"),
    closedAt: at("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("review_sessions_id_idx").on(t.id),
    ...policies("review_sessions", {
      select: sql`(${inScope(t.regionCode)} and ${roleIn("inspector", "leader", "system")}) or (${roleIn("department")} and exists (select 1 from review_items where review_items.region_code = review_sessions.region_code and review_items.session_id = review_sessions.id))`,
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
      update: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);

/** An item on the agenda, with what was known frozen when the session opened. An item stands on an agenda once. */
export const reviewItems = pgTable(
  "review_items",
  {
    regionCode: regionCode(),
    id: id(),
    sessionId: uuid("session_id").notNull(),
    position: integer("position").notNull(),
    assetRegionCode: regionCodeColumn("asset_region_code").notNull(),
    assetId: uuid("asset_id").notNull(),
    /** Null until the session opens; never changed after. */
    snapshot: jsonb("snapshot").$type<Snapshot>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    uniqueIndex("review_items_session_asset_unique").on(t.regionCode, t.sessionId, t.assetId),
    index("review_items_asset_id_idx").on(t.assetId),
    foreignKey({
      name: "review_items_session_fk",
      columns: [t.regionCode, t.sessionId],
      foreignColumns: [reviewSessions.regionCode, reviewSessions.id],
    }),
    foreignKey({
      name: "review_items_asset_fk",
      columns: [t.assetRegionCode, t.assetId],
      foreignColumns: [assets.regionCode, assets.id],
    }),
    ...policies("review_items", {
      select: ofReachedAsset("review_items", t.assetRegionCode, t.assetId, ["inspector", "leader", "system"]),
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")} and ${inScope(t.assetRegionCode)}`,
      update: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")} and ${inScope(t.assetRegionCode)}`,
      delete: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")} and ${inScope(t.assetRegionCode)}`,
    }),
  ],
);

/**
 * What a session decided about an item. At most one stands; a mistake is withdrawn with a reason while the session is open
 * and stays readable. Nothing else of a decision is ever changed.
 */
export const decisions = pgTable(
  "decisions",
  {
    regionCode: regionCode(),
    id: id(),
    sessionId: uuid("session_id").notNull(),
    reviewItemId: uuid("review_item_id").notNull(),
    assetRegionCode: regionCodeColumn("asset_region_code").notNull(),
    assetId: uuid("asset_id").notNull(),
    decision: decision("decision").notNull(),
    /** What the readings recommended at that time; null when nothing was. */
    recommendation: decision("recommendation"),
    reason: text("reason").notNull(),
    targetAssetId: uuid("target_asset_id"),
    deferUntil: date("defer_until"),
    decidedBy: text("decided_by").notNull(),
    decidedByName: text("decided_by_name").notNull(),
    decidedAt: at("decided_at").notNull().defaultNow(),
    withdrawnAt: at("withdrawn_at"),
    withdrawnByName: text("withdrawn_by_name"),
    withdrawReason: text("withdraw_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    uniqueIndex("decisions_review_item_unique").on(t.regionCode, t.reviewItemId).where(sql`withdrawn_at is null`),
    index("decisions_asset_id_idx").on(t.assetId),
    index("decisions_session_id_idx").on(t.sessionId),
    foreignKey({
      name: "decisions_review_item_fk",
      columns: [t.regionCode, t.reviewItemId],
      foreignColumns: [reviewItems.regionCode, reviewItems.id],
    }),
    ...policies("decisions", {
      select: ofReachedAsset("decisions", t.assetRegionCode, t.assetId, ["inspector", "leader", "system"]),
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")} and ${inScope(t.assetRegionCode)}`,
      update: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")} and ${inScope(t.assetRegionCode)}`,
    }),
  ],
);
