import { and, eq, exists, gt, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { AssetKind, AssetState, DemandType } from "#lib/asset/vocabulary.ts";
import { GRAMMAR_VERSION } from "#lib/scan/grammar/index.ts";
import type { TextFormat, TextKind } from "#lib/scan/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assets, textHits, texts, units } from "../schema/index.ts";
import { inRegion } from "./in-region.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";
import { holdsWords } from "./search.ts";

/** Which texts a list holds; an absent member does not narrow it. */
export type TextFilter = {
  kinds?: readonly TextKind[];
  /** "open": with a counting hit that nobody has decided; "done": without one; "none": without any counting hit. */
  hits?: "open" | "done" | "none";
  /** Makes this demand, as far as it was not rejected. */
  demand?: DemandType;
  /** A unit's id. */
  issuer?: string | "unknown";
  /** Free text in title, source and content; every word must occur. */
  q?: string;
};

export type TextRow = {
  id: string;
  kind: TextKind;
  title: string;
  source: string;
  issuedOn: string | null;
  unitName: string | null;
  createdByName: string;
  createdAt: Date;
  /** Hits that count, by what people said of them. */
  open: number;
  confirmed: number;
  rejected: number;
};

const ofText = and(eq(textHits.regionCode, texts.regionCode), eq(textHits.textId, texts.id));

function conditions(tx: Tx, { kinds, hits, demand, issuer, q }: TextFilter): SQL | undefined {
  const some = (extra?: SQL) =>
    exists(
      tx
        .select({ one: sql`1` })
        .from(textHits)
        .where(and(ofText, eq(textHits.counts, true), extra)),
    );
  const open = eq(textHits.state, "open");
  return and(
    kinds?.length ? inArray(texts.kind, [...kinds]) : undefined,
    hits === "open" ? some(open) : undefined,
    hits === "done" ? and(some(), sql`not ${some(open)}`) : undefined,
    hits === "none" ? sql`not ${some()}` : undefined,
    demand === undefined ? undefined : some(and(eq(textHits.demand, demand), ne(textHits.state, "rejected"))),
    issuer === undefined ? undefined : issuer === "unknown" ? isNull(texts.unitId) : eq(texts.unitId, issuer),
    ...holdsWords(q, texts.title, texts.source, texts.content),
  );
}

const count = (state: "open" | "confirmed" | "rejected") =>
  sql<number>`(select count(*)::int from ${textHits} where ${ofText} and ${textHits.counts} and ${textHits.state} = ${state})`;

/** One page of texts, the latest first, by keyset. */
export async function listTexts(
  tx: Tx,
  { filter, cursor, size }: { filter: TextFilter; cursor?: Cursor; size: number },
): Promise<Page<TextRow>> {
  const where = conditions(tx, filter);
  const backwards = cursor?.direction === "before";
  const key = sql`(${texts.createdAt}, ${texts.id})`;
  const held = (at: { key: string; id: string }) => sql`(${at.key}::timestamptz, ${at.id}::uuid)`;
  const found = await tx
    .select({
      id: texts.id,
      kind: texts.kind,
      title: texts.title,
      source: texts.source,
      issuedOn: texts.issuedOn,
      unitName: units.name,
      createdByName: texts.createdByName,
      createdAt: texts.createdAt,
      open: count("open"),
      confirmed: count("confirmed"),
      rejected: count("rejected"),
      sortKey: sql<string>`${texts.createdAt}::text`,
    })
    .from(texts)
    .leftJoin(units, eq(units.id, texts.unitId))
    .where(and(where, cursor && (backwards ? sql`${key} > ${held(cursor)}` : sql`${key} < ${held(cursor)}`)))
    .orderBy(
      sql`${texts.createdAt} ${sql.raw(backwards ? "asc" : "desc")}, ${texts.id} ${sql.raw(backwards ? "asc" : "desc")}`,
    )
    .limit(size + 1);
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  const [head, tail] = [page[0], page.at(-1)];
  const countWhere = async (extra?: SQL) => tx.$count(texts, and(where, extra));
  const before = cursor && head ? await countWhere(sql`${key} > ${held({ key: head.sortKey, id: head.id })}`) : 0;
  return {
    items: page.map(({ sortKey: _, ...row }) => row),
    total: await countWhere(),
    first: head ? before + 1 : 0,
    next:
      tail && (backwards || more) ? encodeCursor({ direction: "after", key: tail.sortKey, id: tail.id }) : undefined,
    previous:
      head && (backwards ? more : before > 0)
        ? encodeCursor({ direction: "before", key: head.sortKey, id: head.id })
        : undefined,
  };
}

/** How many texts of the actor's reach an earlier edition of the grammar read. */
export function countOutdatedTexts(tx: Tx): Promise<number> {
  return tx.$count(texts, ne(texts.grammarVersion, GRAMMAR_VERSION));
}

export type TextDetails = {
  regionCode: string;
  id: string;
  kind: TextKind;
  title: string;
  source: string;
  issuedOn: string | null;
  unit: { id: string; name: string | null } | null;
  format: TextFormat;
  content: string;
  grammarVersion: string;
  createdByName: string;
  createdAt: Date;
};

/** A text with its words; undefined where there is none that the actor sees. */
export async function findText(tx: Tx, id: string): Promise<TextDetails | undefined> {
  const [row] = await tx
    .select({ text: texts, unitName: units.name })
    .from(texts)
    .leftJoin(units, eq(units.id, texts.unitId))
    .where(eq(texts.id, id));
  if (row === undefined) return undefined;
  const { unitId, contentHash: _, createdBy: __, ...text } = row.text;
  return { ...text, unit: unitId === null ? null : { id: unitId, name: row.unitName } };
}

/** Items whose names are looked for in one text; a county has a few thousand. */
const MOST_NAMES = 20_000;
const QUOTED = /[“"「『《‘'【]([^“”"「」『』《》‘’'【】\n]{2,60})[”"」』》’'】]/g;

export type NamedItem = {
  id: string;
  name: string;
  kind: AssetKind;
  state: AssetState;
  unitId: string | null;
  unitName: string | null;
};

/**
 * The items that a text may speak of: all of its region; where those are too many to read, the issuer's and those whose name
 * the text puts in quotation marks.
 */
export async function itemsForNaming(
  tx: Tx,
  { regionCode, content, issuerId }: { regionCode: string; content: string; issuerId: string | null },
): Promise<NamedItem[]> {
  const ofRegion = inRegion(assets.regionCode, regionCode);
  const rows = (extra?: SQL) =>
    tx
      .select({
        id: assets.id,
        name: assets.name,
        kind: assets.kind,
        state: assets.state,
        unitId: assets.unitId,
        unitName: units.name,
      })
      .from(assets)
      .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
      .where(and(ofRegion, extra))
      .orderBy(assets.id)
      .limit(MOST_NAMES + 1);
  const all = await rows();
  if (all.length <= MOST_NAMES) return all;
  const quoted = [...new Set([...content.matchAll(QUOTED)].map((match) => match[1] ?? ""))].slice(0, 1000);
  const named = quoted.length === 0 ? undefined : inArray(assets.name, quoted);
  const issuers = issuerId === null ? undefined : eq(assets.unitId, issuerId);
  return named === undefined && issuers === undefined ? [] : (await rows(or(named, issuers))).slice(0, MOST_NAMES);
}

/** The text before and after this one in the list of all, among those with open hits: where the work goes on. */
export async function nextOpenText(
  tx: Tx,
  { id, createdAt }: { id: string; createdAt: Date },
): Promise<{ id: string; title: string } | undefined> {
  const where = conditions(tx, { hits: "open" });
  const at = createdAt.toISOString();
  const [older] = await tx
    .select({ id: texts.id, title: texts.title })
    .from(texts)
    .where(
      and(
        where,
        ne(texts.id, id),
        or(
          lt(texts.createdAt, sql`${at}::timestamptz`),
          and(eq(texts.createdAt, sql`${at}::timestamptz`), lt(texts.id, id)),
        ),
      ),
    )
    .orderBy(sql`${texts.createdAt} desc, ${texts.id} desc`)
    .limit(1);
  if (older !== undefined) return older;
  const [newer] = await tx
    .select({ id: texts.id, title: texts.title })
    .from(texts)
    .where(and(where, ne(texts.id, id), gt(texts.createdAt, sql`${at}::timestamptz`)))
    .orderBy(sql`${texts.createdAt} desc, ${texts.id} desc`)
    .limit(1);
  return newer;
}
