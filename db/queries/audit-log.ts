import { and, eq, sql } from "drizzle-orm";
import type { AuditAction } from "../audit-actions.ts";
import type { Tx } from "../client.ts";
import { auditLog } from "../schema/index.ts";
import { type Cursor, encodeCursor, type Page } from "./page.ts";

export type LogFilter = {
  action?: AuditAction;
  /** Part of the actor's name. */
  actor?: string;
  /** ISO days, Beijing time, both included. */
  from?: string;
  to?: string;
  subjectId?: string;
};

export type LogLine = {
  regionCode: string;
  chain: string;
  seq: number;
  at: Date;
  actorName: string;
  actorRole: string;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: Record<string, unknown>;
};

const position = sql`(${auditLog.at}, ${auditLog.chain}, ${auditLog.seq})`;
const dayStart = (day: string, days: number) =>
  sql`(${day}::date + ${days}::int)::timestamp at time zone 'Asia/Shanghai'`;

/** One page of the log, latest first. A cursor's `id` is chain and number, "990101/12". */
export async function listAuditLog(
  tx: Tx,
  { filter, cursor, size }: { filter: LogFilter; cursor?: Cursor; size: number },
): Promise<Page<LogLine>> {
  const where = and(
    filter.action === undefined ? undefined : eq(auditLog.action, filter.action),
    filter.actor === undefined ? undefined : sql`strpos(${auditLog.actorName}, ${filter.actor}) > 0`,
    filter.from === undefined ? undefined : sql`${auditLog.at} >= ${dayStart(filter.from, 0)}`,
    filter.to === undefined ? undefined : sql`${auditLog.at} < ${dayStart(filter.to, 1)}`,
    filter.subjectId === undefined ? undefined : eq(auditLog.subjectId, filter.subjectId),
  );
  const held = (key: string, id: string) => {
    const [chain = "", seq = ""] = id.split("/");
    return sql`(${key}::timestamptz, ${chain}, ${/^\d+$/.test(seq) ? seq : "0"}::bigint)`;
  };
  const backwards = cursor?.direction === "before";
  const order = sql.raw(backwards ? "asc" : "desc");
  const count = async (extra?: ReturnType<typeof sql>) => {
    const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(auditLog).where(and(where, extra));
    return row?.count ?? 0;
  };
  const found = await tx
    .select({
      regionCode: auditLog.regionCode,
      chain: auditLog.chain,
      seq: auditLog.seq,
      at: auditLog.at,
      actorName: auditLog.actorName,
      actorRole: auditLog.actorRole,
      action: auditLog.action,
      subjectType: auditLog.subjectType,
      subjectId: auditLog.subjectId,
      detail: auditLog.detail,
      exact: sql<string>`${auditLog.at}::text`,
    })
    .from(auditLog)
    .where(and(where, cursor && sql`${position} ${sql.raw(backwards ? ">" : "<")} ${held(cursor.key, cursor.id)}`))
    .orderBy(sql`${auditLog.at} ${order}, ${auditLog.chain} ${order}, ${auditLog.seq} ${order}`)
    .limit(size + 1);
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  const head = page[0];
  const tail = page.at(-1);
  const idOf = (line: { chain: string; seq: number }) => `${line.chain}/${line.seq}`;
  const before = cursor && head ? await count(sql`${position} > ${held(head.exact, idOf(head))}`) : 0;
  return {
    items: page.map(({ exact: _, ...line }) => line),
    total: await count(),
    first: head ? before + 1 : 0,
    next:
      tail && (backwards || more) ? encodeCursor({ direction: "after", key: tail.exact, id: idOf(tail) }) : undefined,
    previous:
      head && (backwards ? more : before > 0)
        ? encodeCursor({ direction: "before", key: head.exact, id: idOf(head) })
        : undefined,
  };
}
