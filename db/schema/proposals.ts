import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
  uuid,
} from "drizzle-orm/pg-core";
import type { ProposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import { PROPOSAL_DECISION_KINDS, PROPOSAL_STATES } from "#lib/redundancy/vocabulary.ts";
import { at, auditing, createdAt, id, inScope, policies, regionCode, roleIn, updatedAt } from "./columns.ts";

export const proposalState = pgEnum("proposal_state", PROPOSAL_STATES);
export const proposalDecisionKind = pgEnum("proposal_decision_kind", PROPOSAL_DECISION_KINDS);

/** Which forms a proposal is about: all running ones of the region, or those that these narrow it to. */
export type ProposalSelection = { workLines?: string[]; unitIds?: string[]; assetIds?: string[] };

/** A consolidation proposal (整合方案) and where it stands. */
export const proposals = pgTable(
  "proposals",
  {
    regionCode: regionCode(),
    id: id(),
    name: text("name").notNull(),
    selection: jsonb("selection").$type<ProposalSelection>().notNull(),
    /** What the office set of the model's figures; the others are the defaults. */
    parameters: jsonb("parameters").$type<Partial<ProposalParameters>>().notNull(),
    state: proposalState("state").notNull().default("open"),
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("proposals_id_idx").on(t.id),
    index("proposals_created_at_idx").on(t.regionCode, t.createdAt, t.id),
    ...policies("proposals", proposing(t.regionCode)),
  ],
);

/** A round of a proposal as it was computed: it never changes, whatever becomes of the forms. */
export const proposalRounds = pgTable(
  "proposal_rounds",
  {
    regionCode: regionCode(),
    proposalId: uuid("proposal_id").notNull(),
    round: integer("round").notNull(),
    result: jsonb("result").$type<StoredRound>().notNull(),
    /** Hours a year. */
    hoursBefore: numeric("hours_before", { precision: 16, scale: 3, mode: "number" }).notNull(),
    hoursAfter: numeric("hours_after", { precision: 16, scale: 3, mode: "number" }).notNull(),
    hoursLowerBound: numeric("hours_lower_bound", { precision: 16, scale: 3, mode: "number" }).notNull(),
    formsBefore: integer("forms_before").notNull(),
    formsAfter: integer("forms_after").notNull(),
    madeBy: text("made_by").notNull(),
    madeByName: text("made_by_name").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.proposalId, t.round] }),
    foreignKey({
      name: "proposal_rounds_proposal_fk",
      columns: [t.regionCode, t.proposalId],
      foreignColumns: [proposals.regionCode, proposals.id],
    }).onDelete("cascade"),
    ...policies("proposal_rounds", proposing(t.regionCode)),
  ],
);

/** What was decided on a round; the next one keeps it. One that is withdrawn stays, with who withdrew it. */
export const proposalDecisions = pgTable(
  "proposal_decisions",
  {
    regionCode: regionCode(),
    id: id(),
    proposalId: uuid("proposal_id").notNull(),
    round: integer("round").notNull(),
    kind: proposalDecisionKind("kind").notNull(),
    assetIds: uuid("asset_ids").array().notNull(),
    /** Nothing more joins this ledger. */
    closed: boolean("closed").notNull().default(false),
    /** Which office said so, and why. */
    note: text("note"),
    decidedBy: text("decided_by").notNull(),
    decidedByName: text("decided_by_name").notNull(),
    decidedAt: at("decided_at").notNull(),
    withdrawnByName: text("withdrawn_by_name"),
    withdrawnAt: at("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("proposal_decisions_proposal_idx").on(t.regionCode, t.proposalId, t.decidedAt),
    foreignKey({
      name: "proposal_decisions_proposal_fk",
      columns: [t.regionCode, t.proposalId],
      foreignColumns: [proposals.regionCode, proposals.id],
    }).onDelete("cascade"),
    ...policies("proposal_decisions", proposing(t.regionCode)),
  ],
);

function proposing(region: AnyPgColumn) {
  return {
    select: sql`${inScope(region)} and ${roleIn("inspector", "leader", "system")}`,
    insert: auditing(region),
    update: auditing(region),
    delete: auditing(region),
  };
}
