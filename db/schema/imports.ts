import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { BATCH_STATES } from "#lib/intake/batch-state.ts";
import { ROW_OUTCOMES, type RowProblem } from "#lib/intake/outcome.ts";
import type { BatchSummary, Kept } from "#lib/intake/summary.ts";
import { assetKind } from "./assets.ts";
import { actorId, at, createdAt, id, inScope, policies, regionCode, roleIn } from "./columns.ts";

export const rowOutcome = pgEnum("row_outcome", ROW_OUTCOMES);
export const batchState = pgEnum("batch_state", BATCH_STATES);

const ownBatch = sql`(${roleIn("inspector", "system")} or (${roleIn("department")} and created_by = ${actorId}))`;

/** One file read: first checked (a dry run changes no item), then committed as a whole, and undone as a whole. */
export const importBatches = pgTable(
  "import_batches",
  {
    regionCode: regionCode(),
    id: id(),
    kind: assetKind("kind").notNull(),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256").notNull(),
    /** Column name in the file -> attribute key, or "" to keep it as it stands. */
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    /** Columns in their order, where they were read, new units, counts of items. */
    summary: jsonb("summary").$type<BatchSummary>().notNull(),
    /** Every row goes to `region_code`, whatever region the row itself names. */
    assignRegion: boolean("assign_region").notNull().default(false),
    state: batchState("state").notNull().default("checked"),
    rowsRead: integer("rows_read").notNull(),
    created: integer("created").notNull(),
    updated: integer("updated").notNull(),
    unchanged: integer("unchanged").notNull(),
    rejected: integer("rejected").notNull(),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
    committedAt: at("committed_at"),
    undoneAt: at("undone_at"),
    /** What the undo left as it was, because it changed since; null before an undo. */
    kept: jsonb("kept").$type<Kept[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("import_batches_id_idx").on(t.id),
    index("import_batches_created_at_idx").on(t.createdAt, t.id),
    ...policies("import_batches", {
      select: sql`${inScope(t.regionCode)} and ${ownBatch}`,
      insert: sql`${inScope(t.regionCode)} and ${ownBatch}`,
      update: sql`${inScope(t.regionCode)} and ${ownBatch}`,
      delete: sql`${inScope(t.regionCode)} and ${ownBatch}`,
    }),
  ],
);

const ofOwnBatch = sql.raw(
  "exists (select 1 from import_batches where import_batches.region_code = import_rows.region_code and import_batches.id = import_rows.batch_id)",
);

/** Every row of the file as read (`cells`), what came of it, and what is wrong with it. `row_no` is the row in the file. */
export const importRows = pgTable(
  "import_rows",
  {
    regionCode: regionCode(),
    batchId: uuid("batch_id").notNull(),
    rowNo: integer("row_no").notNull(),
    outcome: rowOutcome("outcome").notNull(),
    /** The key of the item that the row is about; null when the row is rejected before a key is known. */
    assetKey: text("asset_key"),
    cells: jsonb("cells").$type<Record<string, string>>().notNull(),
    problems: jsonb("problems").$type<RowProblem[]>().notNull(),
  },
  (t) => {
    const ofBatch = sql`${inScope(t.regionCode)} and (${roleIn("inspector", "system")} or (${roleIn("department")} and ${ofOwnBatch}))`;
    return [
      primaryKey({ columns: [t.regionCode, t.batchId, t.rowNo] }),
      index("import_rows_batch_id_outcome_idx").on(t.batchId, t.outcome, t.rowNo),
      foreignKey({
        name: "import_rows_batch_fk",
        columns: [t.regionCode, t.batchId],
        foreignColumns: [importBatches.regionCode, importBatches.id],
      }).onDelete("cascade"),
      ...policies("import_rows", { select: ofBatch, insert: ofBatch, update: ofBatch, delete: ofBatch }),
    ];
  },
);

/** Column mappings made by hand, remembered by the set of column names of the file. */
export const importMappings = pgTable(
  "import_mappings",
  {
    regionCode: regionCode(),
    kind: assetKind("kind").notNull(),
    headerKey: text("header_key").notNull(),
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => {
    const inspecting = sql`${inScope(t.regionCode)} and ${roleIn("inspector", "department", "system")}`;
    return [
      primaryKey({ columns: [t.regionCode, t.kind, t.headerKey] }),
      ...policies("import_mappings", { select: inspecting, insert: inspecting, update: inspecting }),
    ];
  },
);
