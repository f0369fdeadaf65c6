import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { listReviewItems, type ReviewItemRow } from "#db/queries/review-items.ts";
import { getSession } from "#db/queries/review-sessions.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { formatHours } from "#lib/format/hours.ts";
import { canDo } from "#lib/review/session.ts";
import { DECISION_LABEL, DECISIONS, type Decision } from "#lib/review/vocabulary.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { LinkButton } from "../../../_components/link-button.tsx";
import { Meter } from "../../../_components/meter.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { BandTag, DecisionTag, Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import styles from "../reviews.module.css";
import { SessionStateTag } from "../session-state-tag.tsx";
import { RemoveItemButton } from "./remove-item-button.tsx";
import { agendaHref, parseAgendaSearch, type Shown } from "./search-params.ts";
import { SessionControls } from "./session-controls.tsx";

export const metadata: Metadata = { title: "评审议程" };

const PAGE = 100;

export default async function SessionPage({
  params,
  searchParams,
}: {
  params: Promise<{ sessionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { sessionId } = await params;
  const { show, page } = parseAgendaSearch(await searchParams);
  const { session, items, mayReview, isOwn } = await read(async (tx, actor) => ({
    session: await getSession(tx, sessionId).catch(absent),
    items: await listReviewItems(tx, sessionId),
    mayReview: can(actor, "review"),
    isOwn: actor.role === "department",
  }));
  const { progress, state } = session;
  const matching = items.filter((item) => isShown(item, show));
  const rows = matching.slice((page - 1) * PAGE, page * PAGE);
  const pending = items.filter((item) => item.standing === null).map(({ id, name }) => ({ id, name }));
  const firstPending = items.find((item) => item.standing === null);

  return (
    <>
      <PageHeader
        title={
          <>
            {session.title} <SessionStateTag state={state} />
          </>
        }
        note={isOwn ? "这里只列出本单位的条目。" : undefined}
        actions={
          mayReview ? (
            <>
              {canDo(state, "add_items") ? (
                <LinkButton href={`/reviews/${sessionId}/add`} type={progress.total === 0 ? "primary" : "default"}>
                  列入条目
                </LinkButton>
              ) : null}
              {state === "open" && firstPending ? (
                <LinkButton type="primary" href={`/reviews/${sessionId}/items/${firstPending.id}`}>
                  逐条评审
                </LinkButton>
              ) : null}
              <SessionControls sessionId={sessionId} state={state} total={progress.total} pending={pending} />
            </>
          ) : undefined
        }
      />
      <section className="panel" aria-label="会议情况">
        <dl className={styles.summary}>
          <Fact title="召开日期">{formatDay(session.heldOn)}</Fact>
          <Fact title="召集人">{session.createdByName}</Fact>
          {session.openedAt ? <Fact title="开始">{formatTime(session.openedAt)}</Fact> : null}
          {session.closedAt ? <Fact title="结束">{formatTime(session.closedAt)}</Fact> : null}
          <Fact title="已决定">
            <Meter done={progress.decided} total={progress.total} label="已决定的条目" />
          </Fact>
        </dl>
      </section>
      {items.length === 0 ? (
        <EmptyState title="议程还是空的">
          {mayReview && canDo(state, "add_items") ? (
            <p>
              <Link href={`/reviews/${sessionId}/add`}>从研判结果中列入条目</Link>，再点“开始评审”。
            </p>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <nav className={`${styles.tabs} no-print`} aria-label="按决定筛选">
            <Tab sessionId={sessionId} show={undefined} current={show} label="全部" items={progress.total} />
            <Tab sessionId={sessionId} show="pending" current={show} label="待定" items={progress.pending} />
            {DECISIONS.filter((decision) => progress.byDecision[decision] > 0).map((decision) => (
              <Tab
                key={decision}
                sessionId={sessionId}
                show={decision}
                current={show}
                label={DECISION_LABEL[decision]}
                items={progress.byDecision[decision]}
              />
            ))}
          </nav>
          {rows.length === 0 ? (
            <EmptyState title="没有这样的条目" />
          ) : (
            <>
              <DataTable
                caption="议程"
                columns={columns(sessionId, mayReview && canDo(state, "remove_item"))}
                rows={rows}
                rowKey={(row) => row.id}
              />
              {matching.length > PAGE ? (
                <Pager
                  first={(page - 1) * PAGE + 1}
                  shown={rows.length}
                  total={matching.length}
                  unit="条"
                  previous={page > 1 ? agendaHref(sessionId, { show, page: page - 1 }) : undefined}
                  next={page * PAGE < matching.length ? agendaHref(sessionId, { show, page: page + 1 }) : undefined}
                />
              ) : null}
            </>
          )}
        </>
      )}
    </>
  );
}

function absent(error: unknown): never {
  if (error instanceof DomainError && error.code === "not_found") notFound();
  throw error;
}

const isShown = (item: ReviewItemRow, show: Shown | undefined) =>
  show === undefined || (show === "pending" ? item.standing === null : item.standing?.decision === show);

function columns(sessionId: string, mayRemove: boolean): TableColumn<ReviewItemRow>[] {
  const shown: TableColumn<ReviewItemRow>[] = [
    {
      id: "name",
      title: "条目",
      cell: (row) => (
        <>
          <Link href={`/reviews/${sessionId}/items/${row.id}`}>{row.name}</Link>
          <div className="soft small">{row.unitName ?? "主办单位未知"}</div>
        </>
      ),
    },
    { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
    { id: "band", title: "风险等次", isShort: true, cell: (row) => <BandTag band={row.band} /> },
    { id: "hits", title: "命中规则", isNumber: true, cell: (row) => row.hits ?? <Unknown>未研判</Unknown> },
    { id: "exempt", title: "已豁免", isNumber: true, cell: (row) => row.exempt ?? <Unknown>未研判</Unknown> },
    {
      id: "burden",
      title: "年负担",
      isNumber: true,
      cell: (row) => (row.burdenMid === null ? <Unknown /> : formatHours(row.burdenMid)),
    },
    { id: "recommendation", title: "处置建议", isShort: true, cell: (row) => recommendation(row.recommendation) },
    { id: "decision", title: "评审决定", cell: standing },
  ];
  if (!mayRemove) return shown;
  return [
    ...shown,
    {
      id: "remove",
      title: "操作",
      isShort: true,
      cell: (row) => <RemoveItemButton sessionId={sessionId} reviewItemId={row.id} name={row.name} />,
    },
  ];
}

const recommendation = (decision: Decision | null) =>
  decision === null ? <span className="soft">无法建议</span> : DECISION_LABEL[decision];

function standing({ standing: made }: ReviewItemRow) {
  if (made === null) return <span className="soft">待定</span>;
  return (
    <>
      <DecisionTag decision={made.decision} />
      {made.target ? <span className="small"> 并入{made.target.name ?? "（看不到的条目）"}</span> : null}
      {made.deferUntil ? <span className="small"> 至{formatDay(made.deferUntil)}</span> : null}
    </>
  );
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Tab({
  sessionId,
  show,
  current,
  label,
  items,
}: {
  sessionId: string;
  show: Shown | undefined;
  current: Shown | undefined;
  label: string;
  items: number;
}) {
  return (
    <Link href={agendaHref(sessionId, { show, page: 1 })} aria-current={show === current ? "true" : undefined}>
      {label} <span className="soft">{items}</span>
    </Link>
  );
}
