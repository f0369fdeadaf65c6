import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { proposalsOfForm } from "#db/queries/proposals.ts";
import { getReviewItem, listDecisions, listReviewItems } from "#db/queries/review-items.ts";
import { getSession } from "#db/queries/review-sessions.ts";
import { findPack } from "#db/queries/rule-packs.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { canDo } from "#lib/review/session.ts";
import { rulesFor } from "#lib/risk/pack.ts";
import { PageHeader } from "../../../../../_components/page-header.tsx";
import { BandTag, StateTag } from "../../../../../_components/tags.tsx";
import { read, requestTime } from "../../../../../_server/read.ts";
import { recordDecisionAction } from "../../../actions.ts";
import { SessionStateTag } from "../../../session-state-tag.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { DecisionHistory } from "./decision-history.tsx";
import styles from "./item.module.css";
import { ItemNavigation } from "./item-navigation.tsx";
import { ProposalPanel } from "./proposal-panel.tsx";
import { SnapshotView } from "./snapshot-view.tsx";
import { WithdrawButton } from "./withdraw-button.tsx";

export const metadata: Metadata = { title: "评审条目" };

export default async function ReviewItemPage({ params }: { params: Promise<{ sessionId: string; itemId: string }> }) {
  const { sessionId, itemId } = await params;
  const { session, item, agenda, decisions, pack, proposals, mayReview } = await read(async (tx, actor) => {
    try {
      const item = await getReviewItem(tx, itemId);
      const version = item.snapshot?.assessment?.packVersion;
      return {
        item,
        session: await getSession(tx, sessionId),
        agenda: await listReviewItems(tx, sessionId),
        decisions: await listDecisions(tx, item.assetId),
        proposals: item.kind === "form" ? await proposalsOfForm(tx, item.assetId) : [],
        pack: version === undefined ? undefined : await findPack(tx, version),
        mayReview: can(actor, "review"),
      };
    } catch (error) {
      if (error instanceof DomainError && error.code === "not_found") notFound();
      throw error;
    }
  });
  const assessment = item.snapshot?.assessment ?? null;
  const place = agenda.findIndex((one) => one.id === itemId);
  const entry = agenda[place];
  if (entry === undefined) notFound();
  const href = (id: string | undefined) => (id === undefined ? undefined : `/reviews/${sessionId}/items/${id}`);
  const isPending = (one: (typeof agenda)[number]) => one.standing === null && one.id !== itemId;
  const nextPending = agenda.slice(place + 1).find(isPending) ?? agenda.slice(0, place).find(isPending);
  const standing = decisions.find((one) => one.id === entry.standing?.id);
  const mayDecide = mayReview && canDo(session.state, "decide");

  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href={`/reviews/${sessionId}`}>{session.title}</Link> <SessionStateTag state={session.state} />
      </nav>
      <PageHeader
        title={item.name}
        note={
          <span className="row">
            <span>{ASSET_KIND_LABEL[item.kind]}</span>
            <span>{item.unitName ?? "主办单位未知"}</span>
            <BandTag band={entry.band} />
            <StateTag state={item.state} />
            <Link href={`/assets/${item.assetId}`}>条目现状</Link>
          </span>
        }
        actions={
          <ItemNavigation
            place={place + 1}
            total={agenda.length}
            pending={session.progress.pending}
            previous={href(agenda[place - 1]?.id)}
            next={href(agenda[place + 1]?.id)}
            nextPending={href(nextPending?.id)}
          />
        }
      />
      <div className={styles.columns}>
        <SnapshotView
          snapshot={item.snapshot}
          applied={pack && assessment ? rulesFor(pack, item.kind, item.assetRegionCode, assessment.asOf) : []}
          openedOn={session.openedAt && isoDay(session.openedAt)}
        />
        <aside className={styles.side}>
          {standing ? (
            <section className="panel stack" aria-label="评审决定">
              <h2>评审决定</h2>
              <DecisionHistory decisions={[standing]} sessionId={sessionId} />
              {mayReview && canDo(session.state, "withdraw") ? <WithdrawButton decisionId={standing.id} /> : null}
            </section>
          ) : mayDecide ? (
            <DecisionForm
              key={itemId}
              sessionId={sessionId}
              reviewItemId={itemId}
              recommendation={assessment?.recommendation ?? null}
              today={isoDay(requestTime())}
              after={href(nextPending?.id) ?? `/reviews/${sessionId}`}
              record={recordDecisionAction}
            />
          ) : (
            <section className="panel" aria-label="评审决定">
              <h2>评审决定</h2>
              <p>
                待定。
                {session.state === "draft"
                  ? `评审会${formatDay(session.heldOn)}召开，尚未开始。`
                  : session.state === "closed"
                    ? "评审会已结束，可列入下一次评审会。"
                    : ""}
              </p>
            </section>
          )}
          <ProposalPanel proposals={proposals} />
          {decisions.some((one) => one.id !== standing?.id) ? (
            <section className="panel" aria-label="以往的决定">
              <h2>以往的决定</h2>
              <DecisionHistory decisions={decisions.filter((one) => one.id !== standing?.id)} sessionId={sessionId} />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}
