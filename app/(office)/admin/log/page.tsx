import { Button } from "antd";
import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AUDIT_ACTION_LABEL, AUDIT_ACTIONS, type AuditAction } from "#db/audit-actions.ts";
import { type LogFilter, type LogLine, listAuditLog } from "#db/queries/audit-log.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { can, ROLE_LABEL, type Role } from "#lib/actor.ts";
import { detailLines, SUBJECT_LABEL } from "#lib/audit/detail-text.ts";
import { formatTime } from "#lib/format/date.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { read } from "../../../_server/read.ts";
import filterStyles from "../../units/page.module.css";
import styles from "./log.module.css";

export const metadata: Metadata = { title: "审计日志" };

const SIZE = 50;
const text = z
  .string()
  .trim()
  .transform((given) => (given === "" ? undefined : given.slice(0, 100)))
  .optional()
  .catch(undefined);
const Params = z.object({
  action: z.enum(AUDIT_ACTIONS).optional().catch(undefined),
  actor: text,
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  subjectId: text,
  at: text,
});

function logHref(filter: LogFilter, at: string): string {
  const query = new URLSearchParams(
    Object.entries({ ...filter, at }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return `/admin/log?${query}`;
}

const COLUMNS: TableColumn<LogLine>[] = [
  { id: "at", title: "时间", cell: (line) => formatTime(line.at) },
  { id: "actor", title: "操作人", isShort: true, cell: (line) => line.actorName },
  {
    id: "role",
    title: "角色",
    isShort: true,
    cell: (line) => (line.actorRole === "system" ? "系统" : ROLE_LABEL[line.actorRole as Role]),
  },
  {
    id: "action",
    title: "操作",
    isShort: true,
    cell: (line) => AUDIT_ACTION_LABEL[line.action as AuditAction] ?? line.action,
  },
  {
    id: "subject",
    title: "对象",
    cell: (line) => (
      <Link href={`/admin/log?subjectId=${encodeURIComponent(line.subjectId)}`} title={line.subjectId}>
        {SUBJECT_LABEL[line.subjectType] ?? line.subjectType} {line.subjectId.slice(0, 8)}
      </Link>
    ),
  },
  {
    id: "detail",
    title: "内容",
    cell: (line) => <Detail line={line} />,
  },
  { id: "seq", title: "链上序号", isShort: true, cell: (line) => `${line.chain}-${line.seq}` },
];

/** What was done, in words; the line's own text is what the chain is computed from. */
function Detail({ line }: { line: LogLine }) {
  return (
    <>
      <ul className={styles.lines}>
        {detailLines(line.detail).map(({ label, text }) => (
          <li key={label}>
            <span className="soft">{label}：</span>
            {text}
          </li>
        ))}
      </ul>
      <details className="small">
        <summary>存档原文</summary>
        <pre className={styles.stored}>{JSON.stringify(line.detail, null, 1)}</pre>
      </details>
    </>
  );
}

export default async function LogPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { at, ...filter } = Params.parse(await searchParams);
  const { page, mayView } = await read(async (tx, actor) => ({
    mayView: can(actor, "view_log"),
    page: await listAuditLog(tx, { filter, cursor: at === undefined ? undefined : decodeCursor(at), size: SIZE }),
  }));
  if (!mayView) notFound();
  return (
    <>
      <PageHeader
        title="审计日志"
        note={
          <>
            每次写入记一行，只能追加，不能修改或删除。每行带有上一行的校验值，按县成链。核对方法：请运维人员在服务器上运行{" "}
            <code>npm run verify-log</code>
            ，它会指出被修改、删除或插入的行，并打印各链的最新校验值，请抄存到系统以外的地方。
          </>
        }
      />
      <Form action="/admin/log" className={`${filterStyles.filter} no-print`}>
        <label>
          操作
          <select name="action" defaultValue={filter.action ?? ""}>
            <option value="">不限</option>
            {AUDIT_ACTIONS.map((action) => (
              <option key={action} value={action}>
                {AUDIT_ACTION_LABEL[action]}
              </option>
            ))}
          </select>
        </label>
        <label>
          操作人
          <input name="actor" defaultValue={filter.actor} />
        </label>
        <label>
          起始日期
          <input type="date" name="from" defaultValue={filter.from} />
        </label>
        <label>
          截止日期
          <input type="date" name="to" defaultValue={filter.to} />
        </label>
        <Button htmlType="submit">查找</Button>
        <Link href="/admin/log">清除</Link>
      </Form>
      {filter.subjectId === undefined ? null : (
        <p>
          只看对象 {filter.subjectId} 的记录。<Link href="/admin/log">看全部</Link>
        </p>
      )}
      {page.items.length === 0 ? (
        <EmptyState title="没有符合条件的记录">
          <p>放宽条件再查。</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="审计日志"
            columns={COLUMNS}
            rows={page.items}
            rowKey={(line) => `${line.chain}/${line.seq}`}
          />
          <Pager
            first={page.first}
            shown={page.items.length}
            total={page.total}
            unit="行"
            previous={page.previous && logHref(filter, page.previous)}
            next={page.next && logHref(filter, page.next)}
          />
        </>
      )}
    </>
  );
}
