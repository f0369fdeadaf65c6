import type { Metadata } from "next";
import Link from "next/link";
import { listProposals, type ProposalRow } from "#db/queries/proposals.ts";
import { can } from "#lib/actor.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { PROPOSAL_STATE_LABEL } from "#lib/redundancy/vocabulary.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { read } from "../../_server/read.ts";
import { proposalHref } from "./search-params.ts";
import { insistSeesProposals } from "./who-sees.ts";

export const metadata: Metadata = { title: "整合方案" };

const COLUMNS: readonly TableColumn<ProposalRow>[] = [
  { id: "name", title: "方案", cell: (row) => <Link href={`/proposals/${row.id}`}>{row.name}</Link> },
  { id: "region", title: "地区", isShort: true, cell: (row) => row.regionName ?? row.regionCode },
  { id: "state", title: "状态", isShort: true, cell: (row) => PROPOSAL_STATE_LABEL[row.state] },
  {
    id: "forms",
    title: "表单（前 → 后）",
    isNumber: true,
    cell: ({ id, latest }) =>
      latest === null ? null : (
        <Link href={proposalHref(id, { part: "forms" })}>
          {formatNumber(latest.formsBefore)} → {formatNumber(latest.formsAfter)}
        </Link>
      ),
  },
  {
    id: "hours",
    title: "工时（小时/年）",
    isNumber: true,
    cell: ({ latest }) =>
      latest === null
        ? null
        : `${formatNumber(latest.hoursBefore)} → ${formatNumber(latest.hoursAfter)}（省 ${formatPercent(
            latest.hoursBefore === 0 ? null : (latest.hoursBefore - latest.hoursAfter) / latest.hoursBefore,
          )}）`,
  },
  {
    id: "decisions",
    title: "已记意见",
    isNumber: true,
    cell: ({ id, standing }) =>
      standing === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link href={proposalHref(id, { part: "rounds" })}>{formatNumber(standing)}</Link>
      ),
  },
  {
    id: "round",
    title: "最近一轮",
    isShort: true,
    cell: ({ latest }) => (latest === null ? null : `第 ${latest.round} 轮，${formatTime(latest.madeAt)}`),
  },
];

export default async function ProposalsPage() {
  const { rows, mayPropose } = await read(async (tx, actor) => {
    insistSeesProposals(actor);
    return { rows: await listProposals(tx), mayPropose: can(actor, "propose") };
  });
  return (
    <>
      <PageHeader
        title="整合方案"
        note="在不让任何部门失去所需数据的前提下，测算哪些表可以取消、哪些表可以合并为一本台账。每一轮结果原样保存；各单位的意见在下一轮照办。"
        actions={
          <>
            <LinkButton href="/proposals/what-if">假设测算</LinkButton>
            {mayPropose ? (
              <LinkButton type="primary" href="/proposals/new">
                新建整合方案
              </LinkButton>
            ) : null}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="还没有整合方案">
          <p>
            {mayPropose
              ? "点右上角“新建整合方案”，选择范围后立即测算第一轮。"
              : "监督检查人员新建整合方案后，会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <DataTable caption="整合方案" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
      )}
    </>
  );
}
