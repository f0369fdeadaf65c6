import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { decodeCursor } from "#db/queries/page.ts";
import { countOutdatedTexts, listTexts, type TextRow } from "#db/queries/texts.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { TEXT_KIND_LABEL } from "#lib/scan/vocabulary.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Unknown } from "../../_components/tags.tsx";
import { read } from "../../_server/read.ts";
import { RescanButton } from "./rescan-button.tsx";
import { parseTextSearch, type RawParams, textsHref } from "./search-params.ts";
import { TextFilters } from "./text-filters.tsx";
import styles from "./texts.module.css";

export const metadata: Metadata = { title: "文本扫描" };

const SIZE = 50;

const COLUMNS: readonly TableColumn<TextRow>[] = [
  {
    id: "title",
    title: "标题",
    cell: (row) => (
      <>
        <Link href={`/texts/${row.id}`}>{row.title}</Link>
        {row.source === "" ? null : <p className="soft small">{row.source}</p>}
      </>
    ),
  },
  { id: "kind", title: "类型", isShort: true, cell: (row) => TEXT_KIND_LABEL[row.kind] },
  { id: "issuer", title: "发文单位", cell: (row) => row.unitName ?? <Unknown /> },
  {
    id: "day",
    title: "日期",
    isShort: true,
    cell: (row) => (row.issuedOn === null ? <Unknown /> : formatDay(row.issuedOn)),
  },
  {
    id: "open",
    title: "待确认",
    isNumber: true,
    cell: (row) => (row.open === 0 ? <span className="soft">0</span> : <strong>{formatNumber(row.open)}</strong>),
  },
  { id: "confirmed", title: "已确认", isNumber: true, cell: (row) => formatNumber(row.confirmed) },
  { id: "rejected", title: "已排除", isNumber: true, cell: (row) => formatNumber(row.rejected) },
  {
    id: "added",
    title: "登记",
    cell: (row) => (
      <span className="soft small">
        {row.createdByName}，{formatTime(row.createdAt)}
      </span>
    ),
  },
];

export default async function TextsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { filter, at } = parseTextSearch(await searchParams);
  const shown = await read(async (tx, actor) =>
    can(actor, "read_texts")
      ? {
          mayScan: can(actor, "scan_texts"),
          page: await listTexts(tx, { filter, size: SIZE, ...(at ? { cursor: decodeCursor(at) } : {}) }),
          units: await listUnitChoices(tx),
          outdated: can(actor, "scan_texts") ? await countOutdatedTexts(tx) : 0,
        }
      : undefined,
  );
  if (shown === undefined) notFound();
  const { mayScan, page, units, outdated } = shown;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="文本扫描"
        note="通知、考核细则、群公告里对基层的要求，逐句找出、逐处确认；确认到条目上的，下次研判时计入。"
        actions={
          mayScan ? (
            <LinkButton type="primary" href="/texts/new">
              登记文本
            </LinkButton>
          ) : null
        }
      />
      {outdated > 0 ? (
        <div className={`panel row spread ${styles.notice}`}>
          <p>扫描规则已更新，有 {formatNumber(outdated)} 份文本是按以前的规则扫描的。已确认、已排除的保持不变。</p>
          <RescanButton>重新扫描这 {formatNumber(outdated)} 份</RescanButton>
        </div>
      ) : null}
      {page.total === 0 && !isFiltered ? (
        <EmptyState title="还没有登记文本">
          {mayScan ? (
            <p>
              <Link href="/texts/new">粘贴一份通知或考核细则，或者上传一批文件</Link>，系统逐句找出其中对基层的要求。
            </p>
          ) : (
            <p>监督检查人员登记通知、考核细则、群公告后，会列在这里。</p>
          )}
        </EmptyState>
      ) : (
        <>
          <TextFilters filter={filter} units={units} />
          {page.items.length === 0 ? (
            <EmptyState title="没有符合条件的文本">
              <p>
                减少几个条件，或者<Link href="/texts">清除全部条件</Link>。
              </p>
            </EmptyState>
          ) : (
            <>
              <DataTable caption="文本" columns={COLUMNS} rows={page.items} rowKey={(row) => row.id} />
              <Pager
                first={page.first}
                shown={page.items.length}
                total={page.total}
                unit="份"
                previous={page.previous && textsHref({ filter, at: page.previous })}
                next={page.next && textsHref({ filter, at: page.next })}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
