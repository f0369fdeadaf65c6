import { sql } from "drizzle-orm";
import { bigserial, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { LocalPack } from "#lib/risk/pack.ts";
import { actorRole, at, createdAt, inScope, policies, regionCode, roleIn, updatedAt } from "./columns.ts";

const editable = (region: Parameters<typeof inScope>[0]) =>
  sql`${inScope(region)} and ${roleIn("inspector", "system")}`;
/** Which rules hold is no secret: who is judged by an upper office's pack reads it. */
const readable = sql`${actorRole} is not null`;

/** Local packs as an office published them; a version's content never changes. */
export const localPacks = pgTable(
  "local_packs",
  {
    regionCode: regionCode(),
    version: text("version").notNull(),
    title: text("title").notNull(),
    content: jsonb("content").$type<LocalPack>().notNull(),
    /** Why it was changed. */
    note: text("note").notNull(),
    publishedBy: text("published_by").notNull(),
    publishedByName: text("published_by_name").notNull(),
    publishedAt: at("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.version] }),
    ...policies("local_packs", { select: readable, insert: editable(t.regionCode) }),
  ],
);

/** The one draft of a region's local pack; `revision` grows with each save, so that two editors do not overwrite one another. */
export const packDrafts = pgTable(
  "pack_drafts",
  {
    regionCode: regionCode(),
    title: text("title").notNull(),
    content: jsonb("content").$type<LocalPack>().notNull(),
    /** The version that it was begun from; null when there was none. */
    startedFrom: text("started_from"),
    revision: integer("revision").notNull().default(1),
    updatedBy: text("updated_by").notNull(),
    updatedByName: text("updated_by_name").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode] }),
    ...policies("pack_drafts", {
      select: editable(t.regionCode),
      insert: editable(t.regionCode),
      update: editable(t.regionCode),
      delete: editable(t.regionCode),
    }),
  ],
);

/** Which published version a region applies, as a list that only grows: the last row holds; a null version applies none. */
export const packActivations = pgTable(
  "pack_activations",
  {
    regionCode: regionCode(),
    seq: bigserial("seq", { mode: "number" }),
    version: text("version"),
    reason: text("reason").notNull(),
    activatedBy: text("activated_by").notNull(),
    activatedByName: text("activated_by_name").notNull(),
    activatedAt: at("activated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.seq] }),
    index("pack_activations_region_code_version_idx").on(t.regionCode, t.version),
    foreignKey({
      name: "pack_activations_local_pack_fk",
      columns: [t.regionCode, t.version],
      foreignColumns: [localPacks.regionCode, localPacks.version],
    }),
    ...policies("pack_activations", { select: readable, insert: editable(t.regionCode) }),
  ],
);
