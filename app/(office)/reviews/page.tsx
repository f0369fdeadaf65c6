import type { Metadata } from "next";
import Link from "next/link";
import { listSessions, type SessionWithProgress } from "#db/queries/review-sessions.ts";
import { can } from "#lib/actor.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Meter } from "../../_components/meter.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { NewSessionForm } from "./new-session-form.tsx";
import { SessionStateTag } from "./session-state-tag.tsx";

export const metadata: Metadata = { title: "评审会" };

const COLUMNS: readonly TableColumn<SessionWithProgress>[] = [
  { id: "title", title: "评审会", cell: (row) => <Link href={`/reviews/${row.id}`}>{row.title}</Link> },
  { id: "state", title: "状态", isShort: true, cell: (row) => <SessionStateTag state={row.state} /> },
  { id: "heldOn", title: "召开日期", isShort: true, cell: (row) => formatDay(row.heldOn) },
  {
    id: "progress",
    title: "已决定",
    cell: ({ progress }) =>
      progress.total === 0 ? (
        <span className="soft">议程为空</span>
      ) : (
        <Meter done={progress.decided} total={progress.total} label="已决定的条目" />
      ),
  },
  {
    id: "pending",
    title: "待定",
    isNumber: true,
    cell: ({ id, progress }) =>
      progress.pending === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link href={`/reviews/${id}?show=pending`} aria-label={`待定 ${progress.pending} 条，查看明细`}>
          {progress.pending}
        </Link>
      ),
  },
  { id: "by", title: "召集人", isShort: true, cell: (row) => row.createdByName },
];

export default async function ReviewsPage() {
  const { sessions, mayReview, isDepartment } = await read(async (tx, actor) => ({
    sessions: await listSessions(tx),
    mayReview: can(actor, "review"),
    isDepartment: actor.role === "department",
  }));
  return (
    <>
      <PageHeader title="评审会" note="把研判出的条目列入议程，开会逐条作出决定；没有决定的一直列为待定，不会丢失。" />
      {mayReview ? <NewSessionForm today={isoDay(requestTime())} /> : null}
      {sessions.length === 0 ? (
        <EmptyState title={isDepartment ? "没有涉及本单位条目的评审会" : "还没有评审会"}>
          <p>
            {mayReview
              ? "在上面填写名称和日期，新建第一次评审会。"
              : isDepartment
                ? "本单位的条目列入评审会议程后，会列在这里。"
                : "监督检查人员新建评审会后，会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <DataTable caption="评审会" columns={COLUMNS} rows={sessions} rowKey={(row) => row.id} />
      )}
    </>
  );
}
