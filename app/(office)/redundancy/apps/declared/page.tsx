import type { Metadata } from "next";
import Link from "next/link";
import { type DeclarationRow, listDeclarations } from "#db/queries/app-declarations.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { formatNumber } from "#lib/format/number.ts";
import { DECLARATION_LABEL, DECLARATION_OUTCOMES, type DeclarationOutcome } from "#lib/redundancy/app/declared.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { FilterForm } from "../../../../_components/filter-form.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { Pager } from "../../../../_components/pager.tsx";
import { Tabs } from "../../../../_components/tabs.tsx";
import { type Tone, ToneTag, Unknown } from "../../../../_components/tags.tsx";
import { read } from "../../../../_server/read.ts";
import styles from "../../pairs.module.css";
import { RedundancyTabs } from "../../redundancy-tabs.tsx";
import { AppViews } from "../app-views.tsx";
import { FunctionConditions, ItemConditions } from "../pair-filters.tsx";
import { appPairsHref, compareAppsHref, DEFAULT_CUT, type RawParams } from "../search-params.ts";
import { declaredText, WHY } from "./columns.ts";
import { type DeclaredSearch, declaredHref, declaredQuery, parseDeclaredSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "同类应用申报核对" };

const SIZE = 50;

export default async function DeclaredPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseDeclaredSearch(await searchParams);
  const { filter, outcome, cut, page } = search;
  const { rows, counts, units } = await read(async (tx, actor) => ({
    ...(await listDeclarations(tx, { filter, outcome, cut })),
    units: actor.role === "department" ? [] : await listUnitChoices(tx),
  }));
  const shown = rows.slice((page - 1) * SIZE, page * SIZE);
  const all = DECLARATION_OUTCOMES.reduce((sum, one) => sum + counts[one], 0);
  return (
    <>
      <PageHeader
        title="同类应用申报核对"
        note="备案申请表要求填写同类应用。把各单位的申报与按功能比对的结果放在一起：申报“无”而比对发现的，请主办单位核实。"
        actions={
          rows.length === 0 ? null : (
            <a className="button" href={`/redundancy/apps/declared/export?${declaredQuery(search)}`} download>
              导出这 {formatNumber(rows.length)} 个
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/apps" />
      <AppViews current="/redundancy/apps/declared" />
      <OutcomeTabs counts={counts} all={all} search={search} />
      <FilterForm action="/redundancy/apps/declared" keep={{ outcome }} clear="/redundancy/apps/declared">
        <ItemConditions filter={filter} units={units} />
        <FunctionConditions cut={cut} />
      </FilterForm>
      {shown.length === 0 ? (
        <EmptyState title={all === 0 ? "没有符合条件的应用" : "没有这样的应用"}>
          <p>
            <Link href={declaredHref({ filter: {}, cut: DEFAULT_CUT, page: 1 })}>看全部应用</Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable caption="同类应用申报核对" columns={COLUMNS} rows={shown} rowKey={({ id }) => id} />
          <Pager
            first={(page - 1) * SIZE + 1}
            shown={shown.length}
            total={rows.length}
            unit="个"
            previous={page > 1 ? declaredHref({ ...search, page: page - 1 }) : undefined}
            next={page * SIZE < rows.length ? declaredHref({ ...search, page: page + 1 }) : undefined}
          />
        </>
      )}
    </>
  );
}

/** How many apps came out each way, each the way to its rows. */
function OutcomeTabs({
  counts,
  all,
  search,
}: {
  counts: Record<DeclarationOutcome, number>;
  all: number;
  search: DeclaredSearch;
}) {
  const tab = (outcome: DeclarationOutcome | undefined, label: string, count: number) => ({
    href: declaredHref({ ...search, outcome, page: 1 }),
    label: `${label} ${formatNumber(count)}`,
    isCurrent: search.outcome === outcome,
  });
  return (
    <Tabs
      label="按结果"
      tabs={[
        tab(undefined, "全部", all),
        ...DECLARATION_OUTCOMES.map((outcome) => tab(outcome, DECLARATION_LABEL[outcome], counts[outcome])),
      ]}
    />
  );
}

const TONE: Partial<Record<DeclarationOutcome, Tone>> = {
  found_only: "strong",
  declared_only: "check",
  both: "good",
};

const COLUMNS: readonly TableColumn<DeclarationRow>[] = [
  {
    id: "app",
    title: "应用",
    cell: ({ id, name, unitName }) => (
      <>
        <Link href={`/assets/${id}`}>{name}</Link>
        <br />
        <span className="soft small">{unitName ?? "主办单位未知"}</span>
      </>
    ),
  },
  {
    id: "outcome",
    title: "结果",
    isShort: true,
    cell: ({ outcome }) => <ToneTag tone={TONE[outcome]}>{DECLARATION_LABEL[outcome]}</ToneTag>,
  },
  { id: "declared", title: "主办单位的申报", cell: (row) => declaredText(row) ?? <Unknown>没有申报</Unknown> },
  { id: "found", title: "比对结果", cell: (row) => <Found row={row} /> },
];

function Found({ row }: { row: DeclarationRow }) {
  if (row.why === "not_listed") return <Unknown>{WHY.not_listed}</Unknown>;
  const both = row.declared.flatMap(({ found }) => (found === null ? [] : [found]));
  const missing = row.declared.flatMap(({ name, found }) => (found === null ? [name] : []));
  return (
    <ul className={styles.plain}>
      {both.length === 0 ? null : <li>与申报一致：{both.map(({ name }) => `“${name}”`).join("、")}</li>}
      {row.undeclared.length === 0 ? null : (
        <li>
          没有申报的：
          {row.undeclared.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? "" : "、"}
              <Link href={compareAppsHref([row.id, id])} aria-label={`并排比对“${row.name}”和“${name}”`}>
                “{name}”
              </Link>
            </span>
          ))}
        </li>
      )}
      {missing.length === 0 ? null : (
        <li>申报而没有发现的：{missing.map((name) => `“${name}”`).join("、")}（台账里没有，或者功能不相近）</li>
      )}
      {both.length + row.undeclared.length === 0 ? null : (
        <li className="no-print">
          <Link href={appPairsHref({ filter: { evidence: undefined, app: row.id }, cut: DEFAULT_CUT })}>看依据</Link>
        </li>
      )}
      {both.length + row.undeclared.length + missing.length === 0 ? <li className="soft">没有发现同类应用</li> : null}
    </ul>
  );
}
