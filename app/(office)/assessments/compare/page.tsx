import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { type ComparedAsset, compareAssessments } from "#db/queries/assessment-comparison.ts";
import { getAssessment } from "#db/queries/assessments.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { OUTCOME_LABEL, type OutcomeName } from "#lib/risk/outcome.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { FigureTable } from "../../../_components/figure-table.tsx";
import { PackLink } from "../../../_components/pack-link.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { BandTag, ExemptTag } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import styles from "../assessments.module.css";

export const metadata: Metadata = { title: "对比两次研判" };

const PAGE = 50;
const Params = z.object({ a: z.uuid(), b: z.uuid(), page: z.coerce.number().int().min(1).catch(1) });
const CHANGE_LABEL: Record<ComparedAsset["change"], string> = {
  appeared: "新列入",
  gone: "不再研判",
  changed: "有变化",
};

export default async function ComparePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const given = Params.safeParse(await searchParams);
  if (!given.success) notFound();
  const { a, b, page } = given.data;
  const { from, to, comparison } = await read(async (tx) => {
    try {
      return {
        from: await getAssessment(tx, a),
        to: await getAssessment(tx, b),
        comparison: await compareAssessments(tx, { from: a, to: b, limit: PAGE, offset: (page - 1) * PAGE }),
      };
    } catch (error) {
      if (error instanceof DomainError && error.code === "not_found") notFound();
      throw error;
    }
  });
  const differing = comparison.appeared + comparison.gone + comparison.changed;
  const href = (to: number) => `/assessments/compare?a=${a}&b=${b}&page=${to}`;
  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href="/assessments">研判记录</Link>
      </nav>
      <PageHeader
        title="对比两次研判"
        note={
          <>
            从<Link href={`/assessments/${a}`}>{formatDay(from.asOf)}的研判</Link>（{formatTime(from.createdAt)}执行，
            <PackLink version={from.packVersion} />
            ）到<Link href={`/assessments/${b}`}>{formatDay(to.asOf)}的研判</Link>（{formatTime(to.createdAt)}执行，
            <PackLink version={to.packVersion} />）
          </>
        }
      />
      <section className="panel" aria-label="变化">
        <FigureTable
          caption="变化"
          corner="条目"
          columns={[
            { id: "changed", title: "有变化" },
            { id: "appeared", title: "新列入" },
            { id: "gone", title: "不再研判" },
            { id: "same", title: "没有变化" },
            { id: "all", title: "合计" },
          ]}
          rows={[
            {
              id: "all",
              title: "条数",
              cells: {
                changed: formatNumber(comparison.changed),
                appeared: formatNumber(comparison.appeared),
                gone: formatNumber(comparison.gone),
                same: formatNumber(comparison.same),
                all: formatNumber(differing + comparison.same),
              },
            },
          ]}
        />
      </section>
      {comparison.items.length === 0 ? (
        <EmptyState title={differing === 0 ? "两次研判逐条相同" : "没有这一页"} />
      ) : (
        <>
          <DataTable
            caption="有差别的条目"
            columns={columnsOf(a, b)}
            rows={comparison.items}
            rowKey={(row) => row.assetId}
          />
          {differing > PAGE ? (
            <Pager
              first={(page - 1) * PAGE + 1}
              shown={comparison.items.length}
              total={differing}
              unit="条"
              previous={page > 1 ? href(page - 1) : undefined}
              next={page * PAGE < differing ? href(page + 1) : undefined}
            />
          ) : null}
        </>
      )}
    </>
  );
}

const outcomeText = (outcome: OutcomeName | null) => (outcome === null ? "未适用" : OUTCOME_LABEL[outcome]);

const columnsOf = (from: string, to: string): readonly TableColumn<ComparedAsset>[] => [
  { id: "name", title: "条目", cell: (row) => <Link href={`/assets/${row.assetId}`}>{row.name}</Link> },
  { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
  { id: "change", title: "变化", isShort: true, cell: (row) => CHANGE_LABEL[row.change] },
  {
    id: "from",
    title: "之前",
    isShort: true,
    cell: (row) => <Side side={row.from} href={`/assets/${row.assetId}?run=${from}`} />,
  },
  {
    id: "to",
    title: "之后",
    isShort: true,
    cell: (row) => <Side side={row.to} href={`/assets/${row.assetId}?run=${to}`} />,
  },
  {
    id: "findings",
    title: "不同的规则结论",
    cell: (row) =>
      row.findings.length === 0 ? (
        <span className="soft">无</span>
      ) : (
        <ul className={styles.moved}>
          {row.findings.map((finding) => (
            <li key={finding.ruleId}>
              {finding.title}：{outcomeText(finding.from)}
              <span className={styles.arrow}>→</span>
              {outcomeText(finding.to)}
            </li>
          ))}
        </ul>
      ),
  },
];

/** What one run said, and the way to its reasons. */
function Side({ side, href }: { side: ComparedAsset["from"]; href: string }) {
  if (side === null) return <span className="soft">没有研判</span>;
  return (
    <>
      <BandTag band={side.band} /> <Link href={href}>{formatNumber(side.score, 1)} 分</Link>{" "}
      <ExemptTag count={side.exempt} />
    </>
  );
}
