import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { FREQUENCIES } from "#lib/asset/vocabulary.ts";
import type { ProposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import {
  ALIAS_ANSWERS,
  FORM_RELATIONS,
  PROPOSAL_DECISION_KINDS,
  PROPOSAL_STATES,
  SHARINGS,
} from "#lib/redundancy/vocabulary.ts";
import { assetKind, assets } from "./assets.ts";
import {
  actorRole,
  actorUnit,
  at,
  createdAt,
  id,
  inScope,
  policies,
  regionCode,
  regionCodeColumn,
  roleIn,
  updatedAt,
} from "./columns.ts";

export const formRelation = pgEnum("form_relation", FORM_RELATIONS);
export const aliasAnswer = pgEnum("alias_answer", ALIAS_ANSWERS);
export const sharing = pgEnum("sharing", SHARINGS);
export const frequency = pgEnum("frequency", FREQUENCIES);
export const grain = pgEnum(
  "grain",
  Object.keys(FORM_FIELDS.grain.options) as [keyof typeof FORM_FIELDS.grain.options],
);
export const proposalState = pgEnum("proposal_state", PROPOSAL_STATES);
export const proposalDecisionKind = pgEnum("proposal_decision_kind", PROPOSAL_DECISION_KINDS);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The roles that work with items; administrators and who only reads the log do not. */
const WORKING = ["inspector", "leader", "department", "system"];

/** A setting of the transaction, looked up once a statement: as a mere call it would be once a row. */
const once = (setting: SQL): SQL => sql`(select ${setting})`;
const FROM = sql.raw("nullif(current_setting('app.region_from', true), '')");
const TO = sql.raw("nullif(current_setting('app.region_to', true), '')");

/** The row's region is one that the actor's own lies in. */
function aboveScope(region: AnyPgColumn): SQL {
  const levels = [2, 4, 6, 9].map((digits) => once(sql`rpad(left(${FROM}, ${sql.raw(String(digits))}), 12, '0')`));
  return sql`${region} in ('000000000000', ${sql.join(levels, sql`, `)}) and ${once(FROM)} is not null`;
}

/** What is asked of the same people counts for all who ask them: of this region, of those below, and of those above. */
const readableAcross = (region: AnyPgColumn): SQL =>
  sql`((${region} >= ${once(FROM)} and ${region} < ${once(TO)}) or (${aboveScope(region)})) and ${once(roleIn(...WORKING))}`;
const auditing = (region: AnyPgColumn): SQL => sql`${inScope(region)} and ${roleIn("inspector", "system")}`;
/**
 * Who audits sees all pairs of a region; a department those that touch an item of its own. Its items are looked up once a statement,
 * not once a row; the unit is named although the policy of the items says it too, for by that alone no index finds them.
 */
const touching = (region: AnyPgColumn, ...assetColumns: string[]): SQL => {
  const own = assetColumns.map(
    (column) => sql`${sql.raw(column)} in (select assets.id from assets where assets.unit_id = ${actorUnit})`,
  );
  return sql`${inScope(region)} and (${roleIn("inspector", "leader", "system")} or (${roleIn("department")} and (${sql.join(own, sql` or `)})))`;
};

/**
 * Data items (数据项) that labels were read as: one row a key of `lib/redundancy/element`, never changed and never deleted. They
 * belong to no region: the same words are the same number everywhere in one database.
 */
export const elements = pgTable(
  "elements",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    key: text("key").notNull(),
    /** Stands on forms of every kind, and does not by itself make two forms alike. */
    header: boolean("header").notNull(),
  },
  (t) => [
    uniqueIndex("elements_key_unique").on(t.key),
    ...policies("elements", {
      select: sql`${actorRole} is not null`,
      insert: roleIn("inspector", "department", "system"),
    }),
  ],
);

/**
 * A running form as the set of its data items, or a running app as the set of its functions: what items are compared by. Who works
 * in a region reads the sets of all that its people face, others' too: that and its name is what tells a department before it asks.
 */
export const itemSets = pgTable(
  "item_sets",
  {
    regionCode: regionCode(),
    assetId: uuid("asset_id").notNull(),
    kind: assetKind("kind").notNull(),
    name: text("name").notNull(),
    unitId: uuid("unit_id"),
    /** Who fills it in; null is unknown, and meets everybody. */
    respondent: text("respondent"),
    /** Ids of elements, ascending, four bytes each, the highest first. */
    members: bytes("members").notNull(),
    /** Those that are no header: a part of the members. */
    own: bytes("own").notNull(),
    /** Of an app: its text as pairs of characters; of a form: how it words its questions; four bytes each. */
    words: bytes("words"),
    /** The edition of the lexicon that the labels were read by. */
    readBy: text("read_by").notNull(),
    /** Counts up with every writing: who remembers the sets of a place asks only for those that were written since. */
    written: bigserial("written", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.assetId] }),
    index("item_sets_written_idx").on(t.regionCode, t.written),
    foreignKey({
      name: "item_sets_asset_fk",
      columns: [t.regionCode, t.assetId],
      foreignColumns: [assets.regionCode, assets.id],
    }).onDelete("cascade"),
    ...policies("item_sets", { select: readableAcross(t.regionCode) }),
  ],
);

/** The number under which a set of a region was last removed: what is gone cannot say so itself. Written and read by functions alone. */
export const itemSetRemovals = pgTable("item_set_removals", {
  regionCode: regionCodeColumn("region_code").primaryKey(),
  written: bigint("written", { mode: "number" }).notNull(),
}).enableRLS();

/**
 * Two items that overlap, with the counts that any measure and threshold is made of. The region is the deeper of the two; `a_id` is
 * the smaller id. Written in the transaction that changes either item.
 */
export const itemOverlaps = pgTable(
  "item_overlaps",
  {
    regionCode: regionCode(),
    aRegion: regionCodeColumn("a_region").notNull(),
    aId: uuid("a_id").notNull(),
    bRegion: regionCodeColumn("b_region").notNull(),
    bId: uuid("b_id").notNull(),
    kind: assetKind("kind").notNull(),
    /** Of forms only. */
    relation: formRelation("relation"),
    /** Members that both have, and that each has. */
    shared: integer("shared").notNull(),
    sizeA: integer("size_a").notNull(),
    sizeB: integer("size_b").notNull(),
    /** The same without headers; of apps the same counts again. */
    ownShared: integer("own_shared").notNull(),
    ownA: integer("own_a").notNull(),
    ownB: integer("own_b").notNull(),
    /** The same of the words. */
    wordsShared: integer("words_shared"),
    wordsA: integer("words_a"),
    wordsB: integer("words_b"),
  },
  (t) => [
    // The items first: pairs are mostly asked for by one of them.
    primaryKey({ columns: [t.aId, t.bId, t.regionCode] }),
    index("item_overlaps_b_idx").on(t.bId),
    index("item_overlaps_kind_idx").on(t.regionCode, t.kind, t.relation),
    foreignKey({
      name: "item_overlaps_a_fk",
      columns: [t.aRegion, t.aId],
      foreignColumns: [assets.regionCode, assets.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "item_overlaps_b_fk",
      columns: [t.bRegion, t.bId],
      foreignColumns: [assets.regionCode, assets.id],
    }).onDelete("cascade"),
    ...policies("item_overlaps", {
      select: touching(t.regionCode, "item_overlaps.a_id", "item_overlaps.b_id"),
    }),
  ],
);

/** What a person answered about two data items, to be asked no more. An answer that is undone stays, with who undid it. */
export const elementAliases = pgTable(
  "element_aliases",
  {
    regionCode: regionCode(),
    id: id(),
    /** The two sides as labels, the form each stood on, and the keys that they were read as. */
    aLabel: text("a_label").notNull(),
    aForm: text("a_form"),
    aKey: text("a_key").notNull(),
    bLabel: text("b_label").notNull(),
    bForm: text("b_form"),
    bKey: text("b_key").notNull(),
    answer: aliasAnswer("answer").notNull(),
    note: text("note"),
    decidedBy: text("decided_by").notNull(),
    decidedByName: text("decided_by_name").notNull(),
    decidedAt: at("decided_at").notNull(),
    undoneByName: text("undone_by_name"),
    undoneAt: at("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    index("element_aliases_decided_at_idx").on(t.regionCode, t.decidedAt, t.id),
    ...policies("element_aliases", {
      select: readableAcross(t.regionCode),
      insert: auditing(t.regionCode),
      update: auditing(t.regionCode),
    }),
  ],
);

/**
 * An office's own data elements (数据元), laid over those that are shipped (`lib/redundancy/catalogue`): one of the same identifier
 * takes the shipped one's place.
 */
export const dataElements = pgTable(
  "data_elements",
  {
    regionCode: regionCode(),
    id: id(),
    /** 标识符 */
    identifier: text("identifier").notNull(),
    name: text("name").notNull(),
    definition: text("definition"),
    /** 同义名 */
    synonyms: text("synonyms").array().notNull(),
    /** 对象类: whose datum it is; a grain of forms. */
    grain: grain("grain"),
    /** 表示: data type and format. */
    representation: text("representation"),
    /** 值域 */
    valueDomain: text("value_domain"),
    /** 数源部门: by name, and which unit of the inventory that is. */
    sourceDepartment: text("source_department"),
    sourceUnitId: uuid("source_unit_id"),
    /** How often the source brings it up to date, and how often the datum itself changes. */
    updateFrequency: frequency("update_frequency"),
    changesPerYear: numeric("changes_per_year", { precision: 8, scale: 3, mode: "number" }),
    sharing: sharing("sharing"),
    /** 0 一般, 1 个人信息, 2 敏感个人信息. */
    sensitivity: smallint("sensitivity"),
    /** Measured minutes to find and enter it once. */
    minutesPerCell: numeric("minutes_per_cell", { precision: 8, scale: 3, mode: "number" }),
    /** The standard or document that it comes from. */
    origin: text("origin"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    uniqueIndex("data_elements_identifier_unique").on(t.regionCode, t.identifier),
    ...policies("data_elements", {
      select: readableAcross(t.regionCode),
      insert: auditing(t.regionCode),
      update: auditing(t.regionCode),
      delete: auditing(t.regionCode),
    }),
  ],
);

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
