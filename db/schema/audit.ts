import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, inScope, policies, regionCode, regionCodeColumn, roleIn } from "./columns.ts";

/**
 * Every write, append-only and hash-chained: one chain a county, so that counties do not wait for each other. Rows come only
 * from the function `append_audit`; no role may insert, change or remove one. No foreign keys: rows outlive their subjects.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    regionCode: regionCode(),
    /** The county's six digits (fewer above a county). */
    chain: regionCodeColumn("chain").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: at("at").notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    actorRole: text("actor_role").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.chain, t.seq] }),
    uniqueIndex("audit_log_chain_seq_unique").on(t.regionCode, t.chain, t.seq),
    index("audit_log_at_idx").on(t.at, t.chain, t.seq),
    index("audit_log_subject_idx").on(t.subjectType, t.subjectId),
    ...policies("audit_log", { select: sql`${inScope(t.regionCode)} and ${roleIn("audit_admin", "system")}` }),
  ],
);

/** The length and last hash of each chain, so that rows cut off the end are missed. Written by `append_audit` only. */
export const auditChains = pgTable(
  "audit_chains",
  {
    chain: regionCodeColumn("chain").primaryKey(),
    length: bigint("length", { mode: "number" }).notNull(),
    headHash: text("head_hash").notNull(),
  },
  (t) => policies("audit_chains", { select: sql`${inScope(t.chain)} and ${roleIn("audit_admin", "system")}` }),
);
