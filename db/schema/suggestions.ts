import { sql } from "drizzle-orm";
import { date, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ROLES } from "#lib/actor.ts";
import { at, id, inScope, policies, regionCode, roleIn } from "./columns.ts";

/**
 * Complaints and suggestions about this product, without a name. Nothing here leads to the writer: no account, and the day
 * without the time, which the audit log would match. The writer finds the answer by a code of which only the hash is kept.
 */
export const suggestions = pgTable(
  "suggestions",
  {
    regionCode: regionCode(),
    id: id(),
    receiptHash: text("receipt_hash").notNull(),
    text: text("text").notNull(),
    createdOn: date("created_on").notNull(),
    answer: text("answer"),
    answeredAt: at("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("suggestions_receipt_hash_idx").on(t.receiptHash),
    ...policies("suggestions", {
      select: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "leader", "system")}`,
      insert: sql`${inScope(t.regionCode)} and ${roleIn(...ROLES, "system")}`,
      update: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);
