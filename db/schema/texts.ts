import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { STANCES } from "#lib/scan/stance.ts";
import { HIT_STATES, TEXT_FORMATS, TEXT_KINDS } from "#lib/scan/vocabulary.ts";
import { demandType } from "./assets.ts";
import { at, createdAt, id, inScope, policies, regionCode, roleIn } from "./columns.ts";

export const textKind = pgEnum("text_kind", TEXT_KINDS);
export const textFormat = pgEnum("text_format", TEXT_FORMATS);
export const stance = pgEnum("stance", STANCES);
export const hitState = pgEnum("hit_state", HIT_STATES);

const auditing = (region: Parameters<typeof inScope>[0]) => ({
  select: sql`${inScope(region)} and ${roleIn("inspector", "leader", "system")}`,
  insert: sql`${inScope(region)} and ${roleIn("inspector", "system")}`,
  update: sql`${inScope(region)} and ${roleIn("inspector", "system")}`,
  delete: sql`${inScope(region)} and ${roleIn("inspector", "system")}`,
});

/** A document that was read for what it demands: its words without its layout. The same words are kept once a region. */
export const texts = pgTable(
  "texts",
  {
    regionCode: regionCode(),
    id: id(),
    kind: textKind("kind").notNull(),
    title: text("title").notNull(),
    /** Where it comes from: document number, group name, who handed it in. */
    source: text("source").notNull(),
    issuedOn: date("issued_on"),
    /** The unit that issued it; null is unknown. */
    unitId: uuid("unit_id"),
    format: textFormat("format").notNull(),
    content: text("content").notNull(),
    /** SHA-256 of the content, in hex. */
    contentHash: text("content_hash").notNull(),
    grammarVersion: text("grammar_version").notNull(),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("texts_id_idx").on(t.id),
    index("texts_created_at_idx").on(t.regionCode, t.createdAt, t.id),
    uniqueIndex("texts_content_hash_unique").on(t.regionCode, t.contentHash),
    ...policies("texts", auditing(t.regionCode)),
  ],
);

/**
 * A place in a text that speaks of a demand: what the scanner read there, and what a person said of it. A rejected sentence is
 * found again by `sentence_hash` when it comes in another text.
 */
export const textHits = pgTable(
  "text_hits",
  {
    regionCode: regionCode(),
    id: id(),
    textId: uuid("text_id").notNull(),
    demand: demandType("demand").notNull(),
    stance: stance("stance").notNull(),
    /** The text makes the demand, as far as the scanner can tell. */
    counts: boolean("counts").notNull(),
    /** UTF-16 offsets into the content, the end exclusive. */
    spanStart: integer("span_start").notNull(),
    spanEnd: integer("span_end").notNull(),
    sentenceStart: integer("sentence_start").notNull(),
    sentenceEnd: integer("sentence_end").notNull(),
    sentence: text("sentence").notNull(),
    /** SHA-256 of the demand and the normalised sentence, in hex. */
    sentenceHash: text("sentence_hash").notNull(),
    doer: text("doer"),
    figures: text("figures").array().notNull(),
    /** Ids in the grammar: what was found, and what decided how it was meant. */
    pattern: text("pattern").notNull(),
    stanceRule: text("stance_rule").notNull(),
    state: hitState("state").notNull().default("open"),
    /** What a confirmed hit concerns: an item, a unit or an indicator. */
    assetId: uuid("asset_id"),
    unitId: uuid("unit_id"),
    indicatorId: uuid("indicator_id"),
    /** The demand that the confirmation added to the item. */
    demandId: uuid("demand_id"),
    reason: text("reason"),
    decidedBy: text("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: at("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("text_hits_id_idx").on(t.id),
    index("text_hits_text_idx").on(t.regionCode, t.textId, t.spanStart),
    index("text_hits_state_idx").on(t.regionCode, t.state, t.demand),
    index("text_hits_asset_idx").on(t.regionCode, t.assetId),
    index("text_hits_rejected_idx").on(t.regionCode, t.sentenceHash).where(sql`state = 'rejected'`),
    foreignKey({
      name: "text_hits_text_fk",
      columns: [t.regionCode, t.textId],
      foreignColumns: [texts.regionCode, texts.id],
    }).onDelete("cascade"),
    ...policies("text_hits", auditing(t.regionCode)),
  ],
);
