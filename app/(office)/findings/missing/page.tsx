import { groups } from "d3-array";
import type { Metadata } from "next";
import Link from "next/link";
import { countFindings } from "#db/queries/findings.ts";
import { countMissing, type ItemMissing, listItemsMissing, type MissingCount } from "#db/queries/missing.ts";
import { decodeCursor, type Page } from "#db/queries/page.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import { formatDay } from "#lib/format/date.ts";
import { named } from "#lib/format/named.ts";
import { formatNumber } from "#lib/format/number.ts";
import { SUPPLIER_ADVICE, SUPPLIER_LABEL, SUPPLIERS, whoCanSupply } from "#lib/risk/missing.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import { supplyHref } from "../../assets/[assetId]/unknown-list.tsx";
import { titleOf } from "../columns.ts";
import { FindingFilters } from "../finding-filters.tsx";
import styles from "../findings.module.css";
import { loadRun } from "../load-run.ts";
import { type FindingSearch, findingQuery, findingsHref, missingHref, parseFindingSearch } from "../search-params.ts";
import { ViewTabs } from "../view-tabs.tsx";

export const metadata: Metadata = { title: "信息不足" };

const SIZE = 50;

export default async function MissingPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = parseFindingSearch(await searchParams);
  const { outcome: _, missing, ...filter } = search.filter;
  const found = await read(async (tx, actor) => {
    const { run, ...choices } = await loadRun(tx, actor, search.assessmentId);
    if (run === undefined) return { actor, run };
    // Who fills things in goes item by item; who asks others goes thing by thing.
    const by = search.by ?? (actor.role === "department" ? "item" : "thing");
    return {
      actor,
      run,
      ...choices,
      by,
      regionName: await getRegionName(tx, run.regionCode),
      counts: await countFindings(tx, run.id, filter),
      things: by === "thing" ? await countMissing(tx, run.id, filter) : [],
      items:
        by === "item"
          ? await listItemsMissing(tx, run.id, {
              filter: { ...filter, missing },
              cursor: search.at === undefined ? undefined : decodeCursor(search.at),
              size: SIZE,
            })
          : undefined,
    };
  });
  if (found.run === undefined) {
    return (
      <>
        <PageHeader title="信息不足" />
        <EmptyState title="还没有研判过">
          <p>研判之后，这里列出还缺什么、谁能提供。</p>
        </EmptyState>
      </>
    );
  }
  const { actor, run, runs, units, by, regionName, counts, things, items } = found;
  const { at: __, ...first } = search;
  const own = { ...first, by };
  return (
    <>
      <PageHeader
        title="信息不足"
        note={`${regionName}，${formatDay(run.asOf)}的研判，${formatNumber(counts.unknown)} 条判定因为缺信息不能下结论。缺的补上之后重新研判即可；在此之前按“未知”处理，不按“没有”处理。`}
        actions={
          counts.unknown === 0 ? null : (
            <a className="button" href={`/findings/missing/export?${findingQuery(first)}`} download>
              导出缺项
            </a>
          )
        }
      />
      <ViewTabs counts={counts} search={first} isMissing />
      <FindingFilters action="/findings/missing" search={own} runs={runs} run={run} units={units} />
      <p className="no-print">
        {by === "item" ? (
          <Link href={missingHref({ ...first, by: "thing" })}>按缺什么看</Link>
        ) : (
          <Link href={missingHref({ ...first, by: "item" })}>按条目看</Link>
        )}
      </p>
      {missing === undefined || by !== "item" ? null : (
        <p>
          只列缺少“{missing}”的条目。<Link href={missingHref({ ...own, filter })}>看全部缺信息的条目</Link>
        </p>
      )}
      {counts.unknown === 0 ? (
        <EmptyState title="没有因为缺信息而不能下结论的判定" />
      ) : items === undefined ? (
        <ByThing things={things} search={first} />
      ) : (
        <ByItem items={items} search={own} mayEdit={can(actor, "edit_items")} runId={run.id} />
      )}
    </>
  );
}

/** What is missing, gathered by who can supply it; each number opens its rows. */
function ByThing({ things, search }: { things: readonly MissingCount[]; search: FindingSearch }) {
  const bySupplier = new Map(groups(things, ({ missing }) => whoCanSupply(missing)));
  const rows = (missing: string) =>
    findingsHref({ ...search, by: undefined, filter: { ...search.filter, outcome: "unknown", missing } });
  const columns: readonly TableColumn<MissingCount>[] = [
    { id: "missing", title: "缺什么", cell: ({ missing }) => <Link href={rows(missing)}>{missing}</Link> },
    {
      id: "findings",
      title: "判定",
      isNumber: true,
      cell: ({ missing, findings }) => (
        <Link href={rows(missing)} aria-label={`缺“${missing}”的判定 ${findings} 条，查看明细`}>
          {formatNumber(findings)}
        </Link>
      ),
    },
    {
      id: "items",
      title: "条目",
      isNumber: true,
      cell: ({ missing, items }) => (
        <Link
          href={missingHref({ ...search, by: "item", filter: { ...search.filter, missing } })}
          aria-label={`缺“${missing}”的条目 ${items} 个，查看明细`}
        >
          {formatNumber(items)}
        </Link>
      ),
    },
    { id: "rules", title: "等着它的规则", cell: ({ ruleIds }) => named(ruleIds.map(titleOf)) },
  ];
  return SUPPLIERS.map((supplier) => {
    const waiting = bySupplier.get(supplier);
    return waiting === undefined ? null : (
      <section key={supplier} className="panel" aria-labelledby={supplier}>
        <h2 id={supplier}>
          {supplier === "text" ? "由" : "请"}
          {SUPPLIER_LABEL[supplier]}
          {supplier === "text" ? "证明" : "提供"}，{waiting.length} 项
        </h2>
        <p className={`soft ${styles.advice}`}>{SUPPLIER_ADVICE[supplier]}</p>
        <DataTable
          caption={`${SUPPLIER_LABEL[supplier]}能提供的`}
          columns={columns}
          rows={waiting}
          rowKey={({ missing }) => missing}
        />
      </section>
    );
  });
}

/** The items one by one, each missing thing one click from the field that takes it. */
function ByItem({
  items,
  search,
  mayEdit,
  runId,
}: {
  items: Page<ItemMissing>;
  search: FindingSearch;
  mayEdit: boolean;
  runId: string;
}) {
  const columns: readonly TableColumn<ItemMissing>[] = [
    { id: "name", title: "条目", cell: (row) => <Link href={`/assets/${row.assetId}?run=${runId}`}>{row.name}</Link> },
    { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
    { id: "unit", title: "主办单位", cell: (row) => row.unitName ?? <Unknown /> },
    { id: "findings", title: "判定", isNumber: true, cell: (row) => formatNumber(row.findings) },
    {
      id: "missing",
      title: "缺什么",
      cell: (row) => (
        <ul className={styles.missing}>
          {row.missing.map((missing) => {
            const href = mayEdit ? supplyHref({ id: row.assetId, kind: row.kind }, missing) : undefined;
            return (
              <li key={missing}>
                {missing}
                {href === undefined ? (
                  <span className="soft small">（由{SUPPLIER_LABEL[whoCanSupply(missing)]}）</span>
                ) : (
                  <>
                    {" "}
                    <Link href={href} aria-label={`补填${row.name}的${missing}`}>
                      补填
                    </Link>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ),
    },
  ];
  return (
    <>
      <DataTable caption="缺信息的条目" columns={columns} rows={items.items} rowKey={(row) => row.assetId} />
      <Pager
        first={items.first}
        shown={items.items.length}
        total={items.total}
        unit="个条目"
        previous={items.previous && missingHref({ ...search, at: items.previous })}
        next={items.next && missingHref({ ...search, at: items.next })}
      />
    </>
  );
}
