import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { changesSince, formsNow, getProposal, getRound, onAgendas } from "#db/queries/proposals.ts";
import { listSessions } from "#db/queries/review-sessions.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { roundIndex } from "#lib/redundancy/proposal/round.ts";
import { scopeText } from "#lib/redundancy/proposal/scope-text.ts";
import { PROPOSAL_STATE_LABEL } from "#lib/redundancy/vocabulary.ts";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import { PrintButton } from "../../assets/[assetId]/print-button.tsx";
import styles from "../proposals.module.css";
import { PART_LABEL, PARTS, parseProposalSearch, proposalHref, type RawParams } from "../search-params.ts";
import { insistSeesProposals } from "../who-sees.ts";
import { BasisPart } from "./basis-part.tsx";
import { CancelledPart } from "./cancelled-part.tsx";
import { ChangedBanner } from "./changed-banner.tsx";
import { FormsPart } from "./forms-part.tsx";
import { LedgersPart } from "./ledgers-part.tsx";
import { NextRoundButton } from "./next-round-button.tsx";
import { OfficesPart } from "./offices-part.tsx";
import { OverviewPart } from "./overview-part.tsx";
import { ProposalControls } from "./proposal-controls.tsx";
import type { RoundView } from "./round-view.ts";
import { RoundsPart } from "./rounds-part.tsx";

export const metadata: Metadata = { title: "整合方案" };

/** Changed forms that the banner names. */
const NAMED = 8;

export default async function ProposalPage({
  params,
  searchParams,
}: {
  params: Promise<{ proposalId: string }>;
  searchParams: Promise<RawParams>;
}) {
  const { proposalId } = await params;
  const search = parseProposalSearch(await searchParams);
  const { view, earlier, changes, agenda, unitNames } = await read(async (tx, actor) => {
    insistSeesProposals(actor);
    try {
      const { proposal, rounds, decisions } = await getProposal(tx, proposalId);
      const shown = search.round === undefined ? rounds.at(-1) : rounds.find(({ round }) => round === search.round);
      if (shown === undefined) notFound();
      const result = await getRound(tx, { ...proposal, round: shown.round });
      const ids = [...roundIndex(result).formOf.keys()];
      const mayPropose = can(actor, "propose");
      const isLatest = shown.round === rounds.at(-1)?.round;
      const view: RoundView = {
        proposal,
        rounds,
        shown,
        result,
        search,
        decisions,
        standing: decisions.filter(({ withdrawnAt }) => withdrawnAt === null).reverse(),
        now: await formsNow(tx, ids),
        mayPropose,
        mayDecide: mayPropose && proposal.state === "open" && isLatest,
      };
      return {
        view,
        earlier:
          search.part === "rounds" && shown.round > 1
            ? await getRound(tx, { ...proposal, round: shown.round - 1 })
            : undefined,
        changes: await changesSince(tx, { ...proposal, inRound: ids, since: shown.madeAt, limit: NAMED }),
        agenda:
          search.part === "overview" || search.open !== undefined
            ? {
                on: await onAgendas(tx, ids),
                sessions: can(actor, "review")
                  ? (await listSessions(tx)).filter(({ state }) => state !== "closed")
                  : [],
              }
            : undefined,
        unitNames: new Map((await listUnitChoices(tx)).map(({ id, name }) => [id, name])),
      };
    } catch (error) {
      if (error instanceof DomainError && error.code === "not_found") notFound();
      throw error;
    }
  });
  const { proposal, shown, rounds } = view;
  const isLatest = shown.round === rounds.at(-1)?.round;
  const scope = scopeText(proposal.selection, (id) => unitNames.get(id));
  const { round, part } = search;
  const download = (kind: "workbook" | "document") => `/proposals/${proposalId}/${kind}?round=${shown.round}`;
  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href="/proposals">整合方案</Link>
      </nav>
      <PageHeader
        title={proposal.name}
        note={`${proposal.regionName ?? proposal.regionCode}，${scope}。${PROPOSAL_STATE_LABEL[proposal.state]}；第 ${shown.round} 轮，${shown.madeByName}于${formatTime(shown.madeAt)}测算。`}
        actions={
          <>
            <a className="button" href={download("document")} download>
              导出文档
            </a>
            <a className="button" href={download("workbook")} download>
              导出表格
            </a>
            <PrintButton />
            {view.mayPropose ? <ProposalControls proposal={proposal} /> : null}
          </>
        }
      />
      <div className="row no-print">
        <span>轮次：</span>
        {rounds.map((one) =>
          one.round === shown.round ? (
            <strong key={one.round}>第 {one.round} 轮</strong>
          ) : (
            <Link
              key={one.round}
              href={proposalHref(proposalId, {
                part,
                round: one.round === rounds.at(-1)?.round ? undefined : one.round,
              })}
            >
              第 {one.round} 轮
            </Link>
          ),
        )}
        {view.mayPropose && proposal.state === "open" ? <NextRoundButton proposalId={proposalId} /> : null}
      </div>
      {isLatest ? <ChangedBanner changes={changes} /> : <p className="soft">这是较早的一轮，结果保持原样。</p>}
      <nav className={`${styles.tabs} no-print`} aria-label="方案内容">
        {PARTS.map((one) => (
          <Link
            key={one}
            href={proposalHref(proposalId, { part: one, round })}
            aria-current={one === part ? "page" : undefined}
          >
            {PART_LABEL[one]}
          </Link>
        ))}
      </nav>
      {part === "overview" ? <OverviewPart view={view} scope={scope} agenda={agenda} /> : null}
      {part === "ledgers" ? <LedgersPart view={view} agenda={agenda} /> : null}
      {part === "cancelled" ? <CancelledPart view={view} /> : null}
      {part === "forms" ? <FormsPart view={view} /> : null}
      {part === "offices" ? <OfficesPart view={view} /> : null}
      {part === "rounds" ? <RoundsPart view={view} earlier={earlier} /> : null}
      {part === "basis" ? <BasisPart view={view} /> : null}
    </>
  );
}
