import type { Metadata } from "next";
import Link from "next/link";
import type { AssetFilter } from "#db/queries/asset-filter.ts";
import { type AssetRow, countByKind, listAssets } from "#db/queries/assets.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { listRegions } from "#db/queries/regions.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { BandTag, DecisionTag, ExemptTag, StateTag, Unknown } from "../../_components/tags.tsx";
import { read } from "../../_server/read.ts";
import { availableColumns, type Column, shownColumns } from "./columns.ts";
import { FilterBar } from "./filter-bar.tsx";
import { KindTabs } from "./kind-tabs.tsx";
import { assetSearchQuery, assetsHref, parseAssetSearch, type RawParams, sorted } from "./search-params.ts";

export const metadata: Metadata = { title: "条目台账" };

function cell(column: Column, row: AssetRow) {
  switch (column.id) {
    case "name":
      return <Link href={`/assets/${row.id}`}>{row.name}</Link>;
    case "state":
      return <StateTag state={row.state} />;
    case "band":
      return (
        <>
          <BandTag band={row.reading?.band ?? null} /> <ExemptTag count={row.reading?.exempt ?? 0} />
        </>
      );
    case "decision":
      return row.decision === null ? <span className="soft">未评审</span> : <DecisionTag decision={row.decision} />;
    default: {
      const value = column.value(row);
      if (value === undefined) return <Unknown />;
      return typeof value === "number" ? value.toLocaleString("zh-CN") : value;
    }
  }
}

export default async function AssetsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseAssetSearch(await searchParams);
  const { kinds: _, ...anyKind } = search.filter;
  const { page, counts, units, regions, actor } = await read(async (tx, actor) => ({
    actor,
    page: await listAssets(tx, {
      filter: search.filter,
      sort: search.sort,
      size: search.size,
      cursor: search.at === undefined ? undefined : decodeCursor(search.at),
    }),
    counts: await countByKind(tx, anyKind satisfies AssetFilter),
    units: await listUnitChoices(tx),
    regions: await listRegions(tx, { under: actor.scope, inUseOnly: true }),
  }));

  const columns = shownColumns(search.filter.kinds, search.columns).map(
    (column): TableColumn<AssetRow> => ({
      id: column.id,
      title: column.title,
      isNumber: column.isNumber,
      isShort: column.isShort,
      cell: (row) => cell(column, row),
      sort: column.sort && {
        order: search.sort.by === column.sort ? search.sort.order : undefined,
        href: assetsHref(
          sorted(search, {
            by: column.sort,
            order:
              search.sort.by === column.sort
                ? search.sort.order === "asc"
                  ? "desc"
                  : "asc"
                : column.sort === "name"
                  ? "asc"
                  : "desc",
          }),
        ),
      },
    }),
  );
  const kind = search.filter.kinds?.length === 1 ? search.filter.kinds[0] : undefined;
  const isFiltered = Object.keys(search.filter).length > 0;

  return (
    <>
      <PageHeader
        title="条目台账"
        note="政务应用程序、工作群组、政务公众账号、报表表单，登记一次，度量、研判、评审、成效都从这里取数。"
        actions={
          <>
            {page.total === 0 ? null : (
              <a className="button" href={`/assets/export?${assetSearchQuery({ ...search, at: undefined })}`} download>
                导出这 {page.total.toLocaleString("zh-CN")} 条
              </a>
            )}
            {can(actor, "edit_items") ? (
              <LinkButton type="primary" href={`/assets/new?kind=${kind ?? "form"}`}>
                登记条目
              </LinkButton>
            ) : null}
          </>
        }
      />
      <KindTabs search={search} counts={counts} />
      <FilterBar
        search={search}
        units={units}
        regions={regions.map(({ code, name }) => ({ code, name }))}
        rules={[...RULES.values()]
          .filter((rule) => kind === undefined || rule.kinds.includes(kind))
          .map(({ id, title }) => ({ id, title }))}
        columns={availableColumns(search.filter.kinds).map(({ id, title }) => ({ id, title }))}
        shown={columns.map((column) => column.id)}
      />
      {page.items.length === 0 ? (
        isFiltered ? (
          <EmptyState title="没有符合条件的条目">
            <p>
              减少几个条件，或者<Link href="/assets">清除全部条件</Link>。
            </p>
          </EmptyState>
        ) : (
          <EmptyState title="台账里还没有条目">
            {can(actor, "edit_items") ? (
              <p>
                点右上角“登记条目”逐条登记，或者<Link href="/imports/new">导入部门已有的台账</Link>。
              </p>
            ) : (
              <p>监督检查人员或主办单位登记、导入条目后，会列在这里。</p>
            )}
          </EmptyState>
        )
      ) : (
        <>
          <DataTable caption="条目台账" columns={columns} rows={page.items} rowKey={(row) => row.id} />
          <Pager
            first={page.first}
            shown={page.items.length}
            total={page.total}
            unit="条"
            previous={page.previous && assetsHref({ ...search, at: page.previous })}
            next={page.next && assetsHref({ ...search, at: page.next })}
          />
        </>
      )}
    </>
  );
}
