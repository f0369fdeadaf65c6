import type { Metadata } from "next";
import Link from "next/link";
import { decodeCursor } from "#db/queries/page.ts";
import { listRegions } from "#db/queries/regions.ts";
import { listUnits, type UnitRow } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { creditCodeWarning } from "#lib/unit/credit-code.ts";
import { UNIT_TYPE_LABEL } from "#lib/unit/unit.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { Choice, FilterForm, optionsOf, WordsCondition } from "../../_components/filter-form.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Unknown } from "../../_components/tags.tsx";
import { read } from "../../_server/read.ts";
import { assetsHref, NO_SEARCH } from "../assets/search-params.ts";
import styles from "./page.module.css";
import { parseUnitSearch, unitsHref } from "./search-params.ts";

export const metadata: Metadata = { title: "单位" };

const SIZE = 50;

function columns(mayEdit: boolean): TableColumn<UnitRow>[] {
  return [
    {
      id: "name",
      title: "名称",
      cell: (unit) => (mayEdit ? <Link href={`/units/${unit.id}`}>{unit.name}</Link> : unit.name),
    },
    {
      id: "type",
      title: "类型",
      isShort: true,
      cell: (unit) => (unit.type === null ? <Unknown /> : UNIT_TYPE_LABEL[unit.type]),
    },
    { id: "region", title: "行政区划", cell: (unit) => unit.regionName ?? unit.regionCode },
    {
      id: "headcount",
      title: "在编人数",
      isNumber: true,
      cell: (unit) => (unit.headcount === null ? <Unknown /> : unit.headcount.toLocaleString("zh-CN")),
    },
    {
      id: "creditCode",
      title: "统一社会信用代码",
      cell: ({ creditCode }) => {
        if (creditCode === null) return <Unknown />;
        return creditCodeWarning(creditCode) === undefined ? (
          creditCode
        ) : (
          <>
            {creditCode} <span className={styles.warning}>待核对</span>
          </>
        );
      },
    },
    ...ASSET_KINDS.map(
      (kind): TableColumn<UnitRow> => ({
        id: kind,
        title: ASSET_KIND_LABEL[kind],
        isNumber: true,
        cell: (unit) => {
          const count = unit.running[kind] ?? 0;
          return count === 0 ? "0" : <Link href={runningHref(unit.id, kind)}>{count}</Link>;
        },
      }),
    ),
  ];
}

function runningHref(unit: string, kind: (typeof ASSET_KINDS)[number]): string {
  return assetsHref({
    ...NO_SEARCH,
    filter: { unit, kinds: [kind], states: ["in_use", "fixing", "merging", "closing"] },
  });
}

export default async function UnitsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = parseUnitSearch(await searchParams);
  const { page, regions, mayEdit } = await read(async (tx, actor) => ({
    mayEdit: can(actor, "edit_units"),
    page: await listUnits(tx, {
      filter: search.filter,
      cursor: search.at === undefined ? undefined : decodeCursor(search.at),
      size: SIZE,
    }),
    regions: await listRegions(tx, { under: actor.scope, inUseOnly: true }),
  }));
  return (
    <>
      <PageHeader
        title="单位"
        note="主办条目的单位，按区划代码和名称排列，不排名。后四列是在运行的条目数。"
        actions={
          mayEdit ? (
            <LinkButton type="primary" href="/units/new">
              登记单位
            </LinkButton>
          ) : null
        }
      />
      <FilterForm action="/units" clear="/units">
        <WordsCondition label="名称或代码" value={search.filter.q} />
        <Choice
          name="type"
          label="类型"
          value={search.filter.types?.[0]}
          options={[...optionsOf(UNIT_TYPE_LABEL), ["unknown", "未知"]]}
        />
        <Choice
          name="region"
          label="行政区划"
          value={search.filter.region}
          options={regions.map(({ code, name }) => [code, name])}
        />
      </FilterForm>
      {page.items.length === 0 ? (
        <EmptyState title={unitsHref({ filter: search.filter }) === "/units" ? "还没有登记单位" : "没有符合条件的单位"}>
          <p>
            {mayEdit
              ? "导入台账时会自动登记其中的单位；也可以点右上角“登记单位”。"
              : "监督检查人员登记单位或导入台账后，会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable caption="单位" columns={columns(mayEdit)} rows={page.items} rowKey={(unit) => unit.id} />
          <Pager
            first={page.first}
            shown={page.items.length}
            total={page.total}
            unit="个"
            previous={page.previous && unitsHref({ ...search, at: page.previous })}
            next={page.next && unitsHref({ ...search, at: page.next })}
          />
        </>
      )}
    </>
  );
}
