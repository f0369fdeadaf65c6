import { and, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { AliasAnswer } from "#lib/redundancy/vocabulary.ts";
import type { Tx } from "../client.ts";
import { elementAliases, regions } from "../schema/index.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";
import { holdsWords } from "./search.ts";

/** Which answers a list holds; an absent member does not narrow it. */
export type AliasFilter = {
  answer?: AliasAnswer;
  /** Those that hold, or those that were undone. */
  standing?: "holds" | "undone";
  /** Who decided: an account's id. */
  decidedBy?: string;
  /** Decided from this moment on, and before that one. */
  from?: Date;
  to?: Date;
  /** Part of a label, of a form's title, or of the note. */
  q?: string;
};

export type AliasRow = typeof elementAliases.$inferSelect & { regionName: string | null };

const SORT_KEY = sql<string>`${elementAliases.decidedAt}::text`;
const PLACE = sql`(${elementAliases.decidedAt}, ${elementAliases.id})`;
const at = ({ key, id }: { key: string; id: string }) => sql`(${key}::timestamptz, ${id}::uuid)`;

function conditions({ answer, standing, decidedBy, from, to, q }: AliasFilter): SQL | undefined {
  return and(
    answer === undefined ? undefined : eq(elementAliases.answer, answer),
    standing === undefined
      ? undefined
      : standing === "holds"
        ? isNull(elementAliases.undoneAt)
        : isNotNull(elementAliases.undoneAt),
    decidedBy === undefined ? undefined : eq(elementAliases.decidedBy, decidedBy),
    from === undefined ? undefined : gte(elementAliases.decidedAt, from),
    to === undefined ? undefined : lt(elementAliases.decidedAt, to),
    ...holdsWords(
      q,
      elementAliases.aLabel,
      elementAliases.aForm,
      elementAliases.bLabel,
      elementAliases.bForm,
      elementAliases.note,
    ),
  );
}

const rows = (tx: Tx) =>
  tx
    .select({ alias: elementAliases, regionName: regions.name, sortKey: SORT_KEY })
    .from(elementAliases)
    .leftJoin(regions, eq(regions.code, elementAliases.regionCode));

type Joined = Awaited<ReturnType<typeof rows>>[number];
const toRow = ({ alias, regionName }: Joined): AliasRow => ({ ...alias, regionName });

/** One page of what was answered, the latest first, by keyset: of the actor's regions and of those above. */
export async function listAliases(
  tx: Tx,
  { filter, cursor, size }: { filter: AliasFilter; cursor?: Cursor | undefined; size: number },
): Promise<Page<AliasRow>> {
  const where = conditions(filter);
  const isBack = cursor?.direction === "before";
  const order = sql.raw(isBack ? "asc" : "desc");
  const found = await rows(tx)
    .where(and(where, cursor && (isBack ? sql`${PLACE} > ${at(cursor)}` : sql`${PLACE} < ${at(cursor)}`)))
    .orderBy(sql`${elementAliases.decidedAt} ${order}, ${elementAliases.id} ${order}`)
    .limit(size + 1);
  const hasMore = found.length > size;
  const page = found.slice(0, size);
  if (isBack) page.reverse();
  const [head, tail] = [page[0], page.at(-1)];
  const placeOf = (row: Joined) => ({ key: row.sortKey, id: row.alias.id });
  const before =
    head === undefined ? 0 : await tx.$count(elementAliases, and(where, sql`${PLACE} > ${at(placeOf(head))}`) as SQL);
  return {
    items: page.map(toRow),
    total: await tx.$count(elementAliases, where),
    first: head === undefined ? 0 : before + 1,
    next: tail && (isBack || hasMore) ? encodeCursor({ direction: "after", ...placeOf(tail) }) : undefined,
    previous: head && before > 0 ? encodeCursor({ direction: "before", ...placeOf(head) }) : undefined,
  };
}

/** Every answer of the filter, in the order of the list, a thousand at a time: never cut. */
export async function* exportAliases(tx: Tx, filter: AliasFilter): AsyncGenerator<AliasRow> {
  for (let last: Joined | undefined; ; ) {
    const beyond: SQL | undefined = last && sql`${PLACE} < ${at({ key: last.sortKey, id: last.alias.id })}`;
    const found: Joined[] = await rows(tx)
      .where(and(conditions(filter), beyond))
      .orderBy(desc(elementAliases.decidedAt), desc(elementAliases.id))
      .limit(1000);
    for (const row of found) yield toRow(row);
    if (found.length < 1000) return;
    last = found.at(-1);
  }
}

/** Who ever answered, for the filter of the list, by name. */
export async function listDeciders(tx: Tx): Promise<{ id: string; name: string }[]> {
  const found = await tx
    .selectDistinctOn([elementAliases.decidedBy], { id: elementAliases.decidedBy, name: elementAliases.decidedByName })
    .from(elementAliases)
    .orderBy(elementAliases.decidedBy, desc(elementAliases.decidedAt));
  return found.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

/** How many answers of this person since a moment still hold. */
export async function countAnswered(tx: Tx, { by, since }: { by: string; since: Date }): Promise<number> {
  return tx.$count(elementAliases, conditions({ decidedBy: by, from: since, standing: "holds" }));
}
