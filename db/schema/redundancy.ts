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
  numeric,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { FREQUENCIES } from "#lib/asset/vocabulary.ts";
import { ALIAS_ANSWERS, FORM_RELATIONS, SHARINGS } from "#lib/redundancy/vocabulary.ts";
import { assetKind, assets } from "./assets.ts";
import {
  actorRole,
  actorUnit,
  at,
  auditing,
  createdAt,
  id,
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

const NONE = sql`'{}'`;

/** What is asked of the same people counts for all who ask them: of this region, of those below, and of those above. */
const readableAcross = (region: AnyPgColumn): SQL =>
  sql`((${region} >= ${once(FROM)} and ${region} < ${once(TO)}) or (${aboveScope(region)})) and ${once(roleIn(...WORKING))}`;

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
    /**
     * The pairs that the item made with those written before it, column by column: the other item, how two forms relate, and how many
     * members, own members and words both have. Of two items the one that was written last speaks for the pair (`itemOverlaps`), so
     * that a change writes this one row, and what an older row says of a changed item counts no more.
     */
    pairIds: uuid("pair_ids").array().notNull().default(NONE),
    pairRelations: formRelation("pair_relations").array().notNull().default(NONE),
    pairShared: integer("pair_shared").array().notNull().default(NONE),
    pairOwnShared: integer("pair_own_shared").array().notNull().default(NONE),
    pairWordsShared: integer("pair_words_shared").array().notNull().default(NONE),
  },
  (t) => [
    // The item first: the other item of a pair is looked up by its id.
    primaryKey({ columns: [t.assetId, t.regionCode] }),
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

/** A column of that item of a pair which has the smaller id, and of the other. */
const [ofA, ofB] = ["<", ">"].map(
  (than) => (column: string) =>
    sql.raw(`case when one.asset_id ${than} other.asset_id then one.${column} else other.${column} end`),
) as [(column: string) => SQL, (column: string) => SQL];
/** What is told of an item of a pair; four bytes a member. */
const SIDE = sql`region_code, asset_id, unit_id, written, region_code >= ${once(FROM)} and region_code < ${once(TO)} as inside,
      octet_length(members) / 4 as size, octet_length(own) / 4 as size_own, octet_length(words) / 4 as size_words`;

/**
 * Two items that overlap, with the counts that any measure and threshold is made of. The region is the deeper of the two; `a_id` is
 * the smaller id. Who audits sees all pairs of a region; a department those that touch an item of its own. Reads the pairs that
 * `itemSets` hold, as far as the item that tells of one was written after the other.
 */
const overlaps = <Name extends string>(name: Name, others: "materialized" | "not materialized") =>
  pgView(name, {
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
    /** The item that tells of the pair, and where it stands. */
    toldBy: uuid("told_by").notNull(),
    toldIn: regionCodeColumn("told_in").notNull(),
  })
    .with({ securityInvoker: true })
    .as(sql`
  with sides as ${sql.raw(others)} (
    select ${SIDE} from item_sets)
  select greatest(one.region_code, other.region_code) as region_code,
    ${ofA("region_code")} as a_region, ${ofA("asset_id")} as a_id,
    ${ofB("region_code")} as b_region, ${ofB("asset_id")} as b_id,
    one.kind, one.relation,
    one.shared, ${ofA("size")} as size_a, ${ofB("size")} as size_b,
    one.own_shared, ${ofA("size_own")} as own_a, ${ofB("size_own")} as own_b,
    one.words_shared,
    case when one.words_shared is not null then ${ofA("size_words")} end as words_a,
    case when one.words_shared is not null then ${ofB("size_words")} end as words_b,
    one.asset_id as told_by, one.region_code as told_in
  from (
    select ${SIDE}, kind, unnest(pair_ids) as id, unnest(pair_relations) as relation, unnest(pair_shared) as shared,
      unnest(pair_own_shared) as own_shared, unnest(pair_words_shared) as words_shared
    from item_sets) as one
  join sides as other on other.asset_id = one.id and other.written < one.written
  where (one.inside or other.inside)
    and (${once(roleIn("inspector", "leader", "system"))}
      or (${once(roleIn("department"))} and ${once(actorUnit)} in (one.unit_id, other.unit_id)))`);

/** All pairs that the actor sees: the other items are read once and looked up by hash. */
export const itemOverlaps = overlaps("item_overlaps", "materialized");
/** The same for who asks for the pairs of few items, however many there are: the other items are looked up by the index. */
export const itemOverlapsOfFew = overlaps("item_overlaps_of_few", "not materialized");

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
