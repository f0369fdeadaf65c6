import { sql } from "drizzle-orm";
import { date, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { INDICATOR_BASES, INDICATOR_STATES } from "#lib/indicator/vocabulary.ts";
import { ownOrAuditing } from "./assets.ts";
import { createdAt, id, inScope, policies, regionCode, roleIn, updatedAt } from "./columns.ts";

export const indicatorBasis = pgEnum("indicator_basis", INDICATOR_BASES);
export const indicatorState = pgEnum("indicator_state", INDICATOR_STATES);

/** 考核指标: what an assessment of the grass roots counts, where that rests on use of an app, follows, uploads or rankings. */
export const indicators = pgTable(
  "indicators",
  {
    regionCode: regionCode(),
    id: id(),
    name: text("name").notNull(),
    /** The scheme that it stands in: title and number. */
    scheme: text("scheme").notNull(),
    /** The unit that assesses; null is unknown. */
    unitId: uuid("unit_id"),
    /** The item that it rests on; null where it names none. */
    assetId: uuid("asset_id"),
    /** The text that it was found in. */
    textId: uuid("text_id"),
    /** As the scheme writes it: "5 分", "占 10%"; null where it says none. */
    weight: text("weight"),
    bases: indicatorBasis("bases").array().notNull(),
    quote: text("quote").notNull(),
    state: indicatorState("state").notNull().default("listed"),
    /** Why it stands so: the request for removal, the reason to keep it, the proof that it is gone. */
    stateNote: text("state_note"),
    removedOn: date("removed_on"),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("indicators_id_idx").on(t.id),
    index("indicators_state_idx").on(t.regionCode, t.state, t.createdAt),
    index("indicators_asset_idx").on(t.regionCode, t.assetId),
    ...policies("indicators", {
      select: ownOrAuditing(t.regionCode, t.unitId, "inspector", "leader", "system"),
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
      update: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
      // Only what a confirmation registered and is taken back: `db/commands/reopen-hit.ts`.
      delete: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);
