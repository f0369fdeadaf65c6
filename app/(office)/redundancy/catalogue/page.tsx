import type { Metadata } from "next";
import Link from "next/link";
import { can } from "#lib/actor.ts";
import { FREQUENCY_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { OBJECT_CLASS_LABEL, SENSITIVITY_LABEL } from "#lib/redundancy/catalogue/data-element.ts";
import { SHARING_LABEL } from "#lib/redundancy/vocabulary.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { LinkButton } from "../../../_components/link-button.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import styles from "./catalogue.module.css";
import { CatalogueFilters } from "./catalogue-filters.tsx";
import { type CatalogueRow, loadCatalogue, ownerText, soughtRows } from "./load-catalogue.ts";
import {
  type CatalogueAddress,
  catalogueHref,
  catalogueQuery,
  dataElementHref,
  parseCatalogueSearch,
} from "./search-params.ts";

export const metadata: Metadata = { title: "数据元目录" };

const SIZE = 50;

function columnsFor(
  address: CatalogueAddress,
  scope: string,
  regionNames: ReadonlyMap<string, string>,
): TableColumn<CatalogueRow>[] {
  const sortedBy = (sort: CatalogueAddress["sort"], order: "asc" | "desc") => ({
    href: catalogueHref({ ...address, sort, page: 1 }),
    order: address.sort === sort ? order : undefined,
  });
  return [
    {
      id: "name",
      title: "名称",
      sort: sortedBy("identifier", "asc"),
      cell: ({ element: { identifier, name, synonyms } }) => (
        <>
          <Link href={dataElementHref(identifier)}>{name}</Link> <span className="soft small">{identifier}</span>
          {synonyms.length === 0 ? null : <div className="soft small">又叫 {synonyms.join("、")}</div>}
        </>
      ),
    },
    {
      id: "grain",
      title: "对象类",
      isShort: true,
      cell: ({ element: { grain } }) => (grain === null ? <Unknown /> : OBJECT_CLASS_LABEL[grain]),
    },
    {
      id: "department",
      title: "数源部门",
      cell: ({ element: { sourceDepartment, own } }) =>
        sourceDepartment === null ? (
          <Unknown />
        ) : (
          <>
            {sourceDepartment}
            {own === null ? <span className="soft small">（参考）</span> : null}
          </>
        ),
    },
    {
      id: "frequency",
      title: "更新频率",
      isShort: true,
      cell: ({ element: { updateFrequency } }) =>
        updateFrequency === null ? <Unknown /> : FREQUENCY_LABEL[updateFrequency],
    },
    {
      id: "sharing",
      title: "共享属性",
      isShort: true,
      cell: ({ element: { sharing } }) =>
        sharing === null ? <span className="soft">待定</span> : SHARING_LABEL[sharing],
    },
    {
      id: "sensitivity",
      title: "敏感程度",
      isShort: true,
      cell: ({ element: { sensitivity } }) => (sensitivity === null ? <Unknown /> : SENSITIVITY_LABEL[sensitivity]),
    },
    {
      id: "forms",
      title: "本地在要的表",
      isNumber: true,
      sort: sortedBy("forms", "desc"),
      cell: ({ element: { identifier, name }, forms }) =>
        forms === 0 ? (
          <span className="soft">0</span>
        ) : (
          <Link
            href={`${dataElementHref(identifier)}#asked`}
            aria-label={`${name}：${formatNumber(forms)} 张表在要，查看明细`}
          >
            {formatNumber(forms)}
          </Link>
        ),
    },
    {
      id: "owner",
      title: "来源",
      isShort: true,
      cell: ({ element }) => ownerText(element, scope, regionNames),
    },
  ];
}

export default async function CataloguePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const address = parseCatalogueSearch(await searchParams);
  const { actor, loaded } = await read(async (tx, actor) => ({
    actor,
    loaded: await loadCatalogue(tx, actor.scope),
  }));
  const mayEdit = can(actor, "edit_data_elements");
  const sought = soughtRows(loaded.rows, address);
  const lastPage = Math.max(1, Math.ceil(sought.length / SIZE));
  const page = Math.min(address.page, lastPage);
  const shown = sought.slice((page - 1) * SIZE, page * SIZE);
  const open = loaded.rows.filter(({ element, forms }) => forms > 0 && element.sharing === null);
  const departments = [...new Set(loaded.rows.flatMap(({ element }) => element.sourceDepartment ?? []))].sort((a, b) =>
    a.localeCompare(b, "zh-CN"),
  );
  return (
    <>
      <PageHeader
        title="数据元目录"
        note="每一项数据叫什么、由哪个部门提供、能不能共享。报表字段按名称和同义名自动对应到这里；部门已有、可以共享的，不应再向基层收集。"
        actions={
          <>
            {sought.length === 0 ? null : (
              <a
                className="button"
                href={`/redundancy/catalogue/export?${catalogueQuery({ ...address, page: 1 })}`}
                download
              >
                导出这 {formatNumber(sought.length)} 条
              </a>
            )}
            {mayEdit ? (
              <>
                <LinkButton href="/redundancy/catalogue/import">导入</LinkButton>
                <LinkButton type="primary" href="/redundancy/catalogue/new">
                  新增数据元
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
      <p className={styles.notice}>
        随产品提供的数源部门、更新频率和敏感程度只是工作参考，敏感程度按《个人信息保护法》对敏感个人信息的说法暂定（待核），请按本地实际改为本机关的。
        {open.length === 0 ? null : (
          <>
            有 <Link href={catalogueHref({ demand: "asked", sharing: "unknown" })}>{formatNumber(open.length)}</Link>{" "}
            项基层正在填的数据还没有定能不能共享，定了以后才能判定是不是“其他部门已有的数据仍要基层填报”。
          </>
        )}
      </p>
      <CatalogueFilters address={address} departments={departments} />
      {sought.length === 0 ? (
        <EmptyState title="没有符合条件的数据元">
          <p>减少几个条件再查找{mayEdit ? "，或者新增一个" : ""}。</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="数据元"
            columns={columnsFor(address, actor.scope, loaded.regionNames)}
            rows={shown}
            rowKey={({ element }) => element.identifier}
          />
          <Pager
            first={(page - 1) * SIZE + 1}
            shown={shown.length}
            total={sought.length}
            unit="条"
            previous={page > 1 ? catalogueHref({ ...address, page: page - 1 }) : undefined}
            next={page < lastPage ? catalogueHref({ ...address, page: page + 1 }) : undefined}
          />
        </>
      )}
    </>
  );
}
