import { sql } from "drizzle-orm";
import { date, foreignKey, index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { EXEMPTION_STATES } from "#lib/exemption/vocabulary.ts";
import { assets, ownOrAuditing } from "./assets.ts";
import { at, id, policies, regionCode, roleIn } from "./columns.ts";

export const exemptionState = pgEnum("exemption_state", EXEMPTION_STATES);

/**
 * Requests to exempt an item from a rule, by the department that runs it, decided by who audits. A request is never deleted;
 * one at a time waits for a decision.
 */
export const exemptions = pgTable(
  "exemptions",
  {
    regionCode: regionCode(),
    id: id(),
    assetId: uuid("asset_id").notNull(),
    /** The unit that runs the item, as of the request: its department sees the row. */
    unitId: uuid("unit_id"),
    ruleId: text("rule_id").notNull(),
    state: exemptionState("state").notNull().default("requested"),
    reason: text("reason").notNull(),
    /** The document that the reason rests on: its title, number and words. */
    evidence: text("evidence").notNull(),
    /** The last day that it holds. */
    until: date("until").notNull(),
    requestedBy: text("requested_by").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedAt: at("requested_at").notNull(),
    decidedBy: text("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: at("decided_at"),
    /** Why it was decided, withdrawn or revoked. */
    decisionNote: text("decision_note"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("exemptions_id_idx").on(t.id),
    index("exemptions_state_idx").on(t.regionCode, t.state, t.until),
    index("exemptions_asset_idx").on(t.regionCode, t.assetId, t.ruleId),
    uniqueIndex("exemptions_one_request_unique").on(t.regionCode, t.assetId, t.ruleId).where(sql`state = 'requested'`),
    foreignKey({
      name: "exemptions_asset_fk",
      columns: [t.regionCode, t.assetId],
      foreignColumns: [assets.regionCode, assets.id],
    }),
    ...policies("exemptions", {
      select: ownOrAuditing(t.regionCode, t.unitId, "inspector", "leader", "system"),
      insert: sql`(${ownOrAuditing(t.regionCode, t.unitId, "inspector", "system")}) and ${t.state} = 'requested'`,
      // A department may take its request back; it never decides.
      update: sql`(${ownOrAuditing(t.regionCode, t.unitId, "inspector", "system")}) and (${roleIn("inspector", "system")} or ${t.state} in ('requested', 'withdrawn'))`,
    }),
  ],
);
