import type { Metadata } from "next";
import Link from "next/link";
import { countFindings, type FindingRow, listFindings } from "#db/queries/findings.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { findPack } from "#db/queries/rule-packs.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { storedOutcome } from "#lib/risk/stored-outcome.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { OutcomeTag, Unknown } from "../../_components/tags.tsx";
import { read } from "../../_server/read.ts";
import { supplyHref } from "../assets/[assetId]/unknown-list.tsx";
import { basisMarks } from "./basis-mark.ts";
import { reasonOf, titleOf } from "./columns.ts";
import { FindingFilters } from "./finding-filters.tsx";
import styles from "./findings.module.css";
import { loadRun } from "./load-run.ts";
import { findingQuery, findingsHref, parseFindingSearch } from "./search-params.ts";
import { ViewTabs } from "./view-tabs.tsx";

export const metadata: Metadata = { title: "判定清单" };

const SIZE = 50;

export default async function FindingsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = parseFindingSearch(await searchParams);
  const { filter } = search;
  const found = await read(async (tx, actor) => {
    const { run, ...choices } = await loadRun(tx, actor, search.assessmentId);
    if (run === undefined) return { actor, run };
    const pack = await findPack(tx, run.packVersion);
    if (pack === undefined) throw new Error(`the run ${run.id} was judged by a pack that is not kept`);
    return {
      actor,
      run,
      ...choices,
      pack,
      regionName: await getRegionName(tx, run.regionCode),
      counts: await countFindings(tx, run.id, { ...filter, missing: undefined }),
      page: await listFindings(tx, run.id, {
        filter,
        cursor: search.at === undefined ? undefined : decodeCursor(search.at),
        size: SIZE,
      }),
    };
  });
  if (found.run === undefined) {
    return (
      <>
        <PageHeader title="判定清单" />
        <EmptyState title="还没有研判过">
          <p>
            {can(found.actor, "assess") ? (
              <>
                到<Link href="/assessments">研判记录</Link>执行一次研判，每个条目按每条规则的结论就列在这里。
              </>
            ) : (
              "监督检查人员执行研判后，每个条目按每条规则的结论列在这里。"
            )}
          </p>
        </EmptyState>
      </>
    );
  }
  const { run, runs, units, pack, regionName, counts, page, actor } = found;
  const { at: _, ...first } = search;
  return (
    <>
      <PageHeader
        title="判定清单"
        note={
          <>
            {regionName}，<Link href={`/assessments/${run.id}`}>{formatDay(run.asOf)}的研判</Link>（
            {formatTime(run.createdAt)}
            执行，规则包 {run.packVersion}）：每个条目按每条规则的结论，点条目看证据和依据。
          </>
        }
        actions={
          page.total === 0 ? null : (
            <a className="button" href={`/findings/export?${findingQuery(first)}`} download>
              导出这 {formatNumber(page.total)} 条
            </a>
          )
        }
      />
      <ViewTabs counts={counts} search={search} isMissing={false} />
      <FindingFilters action="/findings" search={search} runs={runs} run={run} units={units} />
      {filter.missing === undefined ? null : (
        <p>
          只列缺少“{filter.missing}”的判定。
          <Link href={findingsHref({ ...first, filter: { ...filter, missing: undefined } })}>看全部信息不足的</Link>
        </p>
      )}
      {page.items.length === 0 ? (
        <EmptyState title="没有符合条件的判定">
          <p>
            减少几个条件，或者
            <Link href={findingsHref({ assessmentId: search.assessmentId, filter: {} })}>看全部判定</Link>。
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="判定清单"
            columns={columns(basisMarks(pack, run.asOf), run.id, can(actor, "edit_items"))}
            rows={page.items}
            rowKey={(row) => `${row.assetId} ${row.ruleId}`}
          />
          <Pager
            first={page.first}
            shown={page.items.length}
            total={page.total}
            unit="条"
            previous={page.previous && findingsHref({ ...search, at: page.previous })}
            next={page.next && findingsHref({ ...search, at: page.next })}
          />
        </>
      )}
    </>
  );
}

function columns(
  markOf: ReturnType<typeof basisMarks>,
  runId: string,
  mayEdit: boolean,
): readonly TableColumn<FindingRow>[] {
  return [
    {
      id: "name",
      title: "条目",
      cell: (row) => (
        <Link href={`/assets/${row.assetId}?run=${runId}&finding=${row.ruleId}#rule-${row.ruleId}`}>{row.name}</Link>
      ),
    },
    { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
    { id: "unit", title: "主办单位", cell: (row) => row.unitName ?? <Unknown /> },
    { id: "rule", title: "规则", cell: (row) => titleOf(row.ruleId) },
    { id: "outcome", title: "结论", isShort: true, cell: (row) => <OutcomeTag outcome={row.outcome} /> },
    {
      id: "why",
      title: "为什么",
      cell: (row) => (
        <>
          {reasonOf(row)}
          {mayEdit ? <Supplies row={row} /> : null}
        </>
      ),
    },
    {
      id: "points",
      title: "红线或计分",
      isShort: true,
      cell: (row) =>
        row.redLine ? (
          <span className={row.outcome === "hit" ? styles.redLine : "soft"}>
            {row.outcome === "hit" ? "红线" : "红线规则"}
          </span>
        ) : row.outcome === "hit" ? (
          `${formatNumber(row.points, 1)} 分`
        ) : (
          <span className="soft">不计分</span>
        ),
    },
    {
      id: "basis",
      title: "依据",
      isShort: true,
      cell: (row) => {
        const mark = markOf(row);
        return mark === "待核" ? <span className={styles.mark}>{mark}</span> : <span className="soft">{mark}</span>;
      },
    },
  ];
}

/** The ways to the forms that take what an unknown finding waits for. */
function Supplies({ row }: { row: FindingRow }) {
  const outcome = storedOutcome(row.outcome, row.detail);
  if (outcome.is !== "unknown") return null;
  const ways = outcome.missing.flatMap((missing) => {
    const href = supplyHref({ id: row.assetId, kind: row.kind }, missing);
    return href === undefined ? [] : [{ missing, href }];
  });
  return ways.map(({ missing, href }) => (
    <span key={missing} className="small no-print">
      {" "}
      <Link href={href} aria-label={`补填${row.name}的${missing}`}>
        补填
      </Link>
    </span>
  ));
}
