import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getImportBatch, type ImportBatch, type ImportRow, listImportRows } from "#db/queries/imports.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { BATCH_STATE_LABEL } from "#lib/intake/batch-state.ts";
import { ROW_OUTCOME_LABEL } from "#lib/intake/outcome.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { LinkButton } from "../../../_components/link-button.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { read } from "../../../_server/read.ts";
import styles from "../imports.module.css";
import { BatchActions } from "./batch-actions.tsx";
import { BatchFacts } from "./batch-facts.tsx";
import { parseRowSearch, type RowSearch, rowsHref, SHOWN, SHOWN_LABEL } from "./search-params.ts";

export const metadata: Metadata = { title: "导入批次" };

const PAGE = 100;

export default async function ImportBatchPage({
  params,
  searchParams,
}: {
  params: Promise<{ batchId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { batchId } = await params;
  const raw = await searchParams;
  const page = await read(async (tx, actor) => {
    const batch = await getImportBatch(tx, batchId);
    const search = parseRowSearch(raw, batch);
    const rows = await listImportRows(tx, batch, {
      outcome: search.show === "all" || search.show === "problems" ? undefined : search.show,
      withProblems: search.show === "problems",
      afterRow: search.after,
      limit: PAGE + 1,
    });
    return {
      batch,
      search,
      rows,
      mayImport: can(actor, "import"),
      regionName: await getRegionName(tx, batch.regionCode),
    };
  }).catch((error) => {
    if (error instanceof DomainError && error.code === "not_found") notFound();
    throw error;
  });
  const { batch, search, rows, mayImport, regionName } = page;
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1)?.rowNo;
  return (
    <>
      <PageHeader
        title={batch.fileName}
        note={`${ASSET_KIND_LABEL[batch.kind]}，${BATCH_STATE_LABEL[batch.state]}；${batch.createdByName}于 ${formatTime(batch.createdAt)} 上传，归到${regionName}`}
        actions={
          batch.rejected > 0 ? (
            <a className="button" href={`/imports/${batch.id}/rejects`} download>
              下载有误的行
            </a>
          ) : null
        }
      />
      <section className="panel stack" aria-label="结果">
        <p className={styles.account}>
          读取 <strong>{formatNumber(batch.rowsRead)}</strong> 行 = 新建 <strong>{formatNumber(batch.created)}</strong>{" "}
          + 更新 <strong>{formatNumber(batch.updated)}</strong> + 无变化{" "}
          <strong>{formatNumber(batch.unchanged)}</strong> + 有误 <strong>{formatNumber(batch.rejected)}</strong>
        </p>
        <BatchFacts batch={batch} />
        {mayImport ? (
          <BatchActions
            batchId={batch.id}
            state={batch.state}
            rows={batch.rowsRead}
            accepted={batch.rowsRead - batch.rejected}
          />
        ) : null}
        {batch.kept !== null && batch.kept.length > 0 ? (
          <div>
            <h3>撤销时保持原样的 {formatNumber(batch.kept.length)} 个条目</h3>
            <ul>
              {batch.kept.map(({ assetId, name, why }) => (
                <li key={assetId}>
                  <Link href={`/assets/${assetId}`}>{name}</Link>：{why}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </section>
      <nav aria-label="行的结果" className={`${styles.tabs} no-print`}>
        {SHOWN.map((show) => {
          const count = countOf(batch, show);
          return count === 0 && show === "problems" ? null : (
            <Link
              key={show}
              href={rowsHref(batch.id, { show })}
              aria-current={search.show === show ? "true" : undefined}
            >
              {SHOWN_LABEL[show]} {count === undefined ? null : <span>{formatNumber(count)}</span>}
            </Link>
          );
        })}
      </nav>
      {shown.length === 0 ? (
        <EmptyState title="没有这样的行" />
      ) : (
        <>
          <DataTable caption="文件里的行" columns={columns(batch)} rows={shown} rowKey={(row) => String(row.rowNo)} />
          <nav aria-label="翻页" className="row no-print">
            {search.after === undefined ? null : (
              <LinkButton href={rowsHref(batch.id, { show: search.show })}>回到开头</LinkButton>
            )}
            {rows.length > PAGE ? (
              <LinkButton href={rowsHref(batch.id, { show: search.show, after: last })} rel="next">
                下一页
              </LinkButton>
            ) : null}
          </nav>
        </>
      )}
    </>
  );
}

function countOf(batch: ImportBatch, show: RowSearch["show"]): number | undefined {
  switch (show) {
    case "all":
      return batch.rowsRead;
    case "create":
      return batch.created;
    case "update":
      return batch.updated;
    case "unchanged":
      return batch.unchanged;
    case "reject":
      return batch.rejected;
    case "problems":
      return batch.summary.warnings + batch.rejected === 0 ? 0 : undefined;
  }
}

function columns(batch: ImportBatch): TableColumn<ImportRow>[] {
  const name = batch.summary.columns.find((column) => batch.mapping[column] === "name") ?? "";
  const field = batch.summary.columns.find((column) => batch.mapping[column] === "fieldLabel");
  return [
    {
      id: "row",
      title: field === undefined ? "行号、名称" : "行号、名称、字段",
      cell: ({ rowNo, cells }) => (
        <details>
          <summary>
            第 {rowNo} 行
            {[cells[name], field === undefined ? undefined : cells[field]].filter(Boolean).map((text) => `，${text}`)}
          </summary>
          <dl className={styles.cells}>
            {[...new Set([...batch.summary.columns, ...Object.keys(cells)])].flatMap((column) =>
              cells[column] === undefined
                ? []
                : [<dt key={`${column}-name`}>{column}</dt>, <dd key={column}>{cells[column]}</dd>],
            )}
          </dl>
        </details>
      ),
    },
    {
      id: "outcome",
      title: "结果",
      isShort: true,
      cell: ({ outcome }) => (
        <span className={styles.outcome} data-outcome={outcome}>
          {ROW_OUTCOME_LABEL[outcome]}
        </span>
      ),
    },
    {
      id: "problems",
      title: "问题，如何修改",
      cell: ({ problems }) =>
        problems.length === 0 ? null : (
          <ul className={styles.problems}>
            {problems.map(({ level, column, value, message, mend }) => (
              <li key={`${column}-${message}`}>
                <span className={styles[level]}>
                  {level === "error" ? "有误" : "提醒"}
                  {column === "" ? "" : `，“${column}”列`}：{message}
                  {value === "" ? "" : `（${value.length > 60 ? `${value.slice(0, 60)}…` : value}）`}
                </span>
                <br />
                <span className="soft">{mend}</span>
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
