import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { listCandidates } from "#db/queries/review-candidates.ts";
import { getSession } from "#db/queries/review-sessions.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { canDo } from "#lib/review/session.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { LinkButton } from "../../../../_components/link-button.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { Pager } from "../../../../_components/pager.tsx";
import { read } from "../../../../_server/read.ts";
import { CandidateFilters } from "./candidate-filters.tsx";
import { CandidateTable } from "./candidate-table.tsx";
import { candidatesHref, parseCandidateSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "列入评审议程" };

const PAGE = 100;

export default async function AddItemsPage({
  params,
  searchParams,
}: {
  params: Promise<{ sessionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { sessionId } = await params;
  const { filter, page } = parseCandidateSearch(await searchParams);
  const { session, candidates, mayReview } = await read(async (tx, actor) => ({
    session: await getSession(tx, sessionId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === "not_found") notFound();
      throw error;
    }),
    candidates: await listCandidates(tx, { filter, offset: (page - 1) * PAGE, size: PAGE }),
    mayReview: can(actor, "review"),
  }));
  if (!mayReview || !canDo(session.state, "add_items")) {
    return (
      <EmptyState title={mayReview ? "评审会已结束，不能再列入条目" : "您的账号不能列入条目"}>
        <Link href={`/reviews/${sessionId}`}>返回议程</Link>
      </EmptyState>
    );
  }
  const { items, total } = candidates;
  const first = (page - 1) * PAGE + 1;
  return (
    <>
      <PageHeader
        title={`列入条目：${session.title}`}
        note="按风险等次由重到轻、同等次按年负担由多到少排列；已在其他未结束议程上的条目不列出。"
        actions={<LinkButton href={`/reviews/${sessionId}`}>返回议程（已列入 {session.progress.total} 条）</LinkButton>}
      />
      <CandidateFilters sessionId={sessionId} filter={filter} />
      {items.length === 0 ? (
        <EmptyState title="没有符合条件的条目">
          <p>
            放宽几个条件，或者<Link href={`/reviews/${sessionId}/add`}>清除全部条件</Link>。
          </p>
        </EmptyState>
      ) : (
        <>
          <CandidateTable
            key={JSON.stringify([filter, page])}
            sessionId={sessionId}
            filter={filter}
            candidates={items}
            total={total}
          />
          {total > PAGE ? (
            <Pager
              first={first}
              shown={items.length}
              total={total}
              unit="条"
              previous={page > 1 ? candidatesHref(sessionId, { filter, page: page - 1 }) : undefined}
              next={page * PAGE < total ? candidatesHref(sessionId, { filter, page: page + 1 }) : undefined}
            />
          ) : null}
        </>
      )}
    </>
  );
}
