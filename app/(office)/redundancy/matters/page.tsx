import type { Metadata } from "next";
import Link from "next/link";
import { listUnitChoices } from "#db/queries/units.ts";
import { ASSET_KIND_LABEL, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { rowsHref } from "../../../_components/figure-link.tsx";
import { FilterForm, NumberCondition } from "../../../_components/filter-form.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import { ItemConditions } from "../apps/pair-filters.tsx";
import type { RawParams } from "../apps/search-params.ts";
import { lookAt } from "../load-waste.ts";
import { OneRegion } from "../one-region.tsx";
import { RedundancyTabs } from "../redundancy-tabs.tsx";
import { TooMany } from "../too-many.tsx";
import { wordsText } from "./columns.ts";
import { type EntryRow, loadMatters, type MatterRow, type MatterStock } from "./load-matters.ts";
import styles from "./matters.module.css";
import { DEFAULT_SYSTEMS, type MatterSearch, matterQuery, mattersHref, parseMatterSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "一事多报" };

const SIZE = 50;
const NOTE =
  "同一件事要进几个系统、填几张表、在几个群里报：办一场活动录四个平台，录的时间比办的还长。事项叫法不同而说的是同一件事的，合在一起，并写明各叫什么。";

export default async function MattersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const asked = parseMatterSearch(await searchParams);
  const loaded = await read(async (tx, actor) => {
    const { region, scope, forms, parts } = await lookAt(tx, actor, asked.region);
    if (parts !== null) return { isTooMany: true, region, forms, parts } as const;
    const search = { ...asked, region };
    return {
      isTooMany: false,
      search,
      scope,
      ...(await loadMatters(tx, search)),
      units: actor.role === "department" ? [] : await listUnitChoices(tx, { region }),
    } as const;
  });
  if (loaded.isTooMany)
    return (
      <>
        <PageHeader title="一事多报" note={NOTE} />
        <RedundancyTabs current="/redundancy/matters" region={loaded.region} />
        <TooMany
          forms={loaded.forms}
          href={(region) => mattersHref({ ...asked, region, page: 1 })}
          parts={loaded.parts}
        />
      </>
    );
  const { search, scope, rows, stock, units } = loaded;
  const { page, matter, ...rest } = search;
  const open = rows.find(({ key }) => key === matter);
  const shown = rows.slice((page - 1) * SIZE, page * SIZE);
  const entries = (open === undefined ? rows : [open]).reduce((sum, row) => sum + row.entries.length, 0);
  return (
    <>
      <PageHeader
        title="一事多报"
        note={NOTE}
        actions={
          entries === 0 ? null : (
            <a className="button" href={`/redundancy/matters/export?${matterQuery(search)}`} download>
              导出这 {formatNumber(entries)} 条
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/matters" region={search.region} />
      {search.region === undefined ? null : (
        <OneRegion wholeHref={mattersHref({ ...search, region: undefined, page: 1 })}>
          只列{scope}和它的上级要办的事项。
        </OneRegion>
      )}
      <FilterForm
        action="/redundancy/matters"
        keep={{ region: search.region }}
        clear={mattersHref({ systems: DEFAULT_SYSTEMS, region: search.region, page: 1 })}
      >
        <ItemConditions
          about="事项、条目或系统"
          filter={{ q: search.q, unit: search.unit, workLine: search.line }}
          units={units}
        />
        <NumberCondition name="systems" label="至少进几个系统" value={search.systems} min={0} max={50} />
      </FilterForm>
      {open === undefined ? null : <OpenMatter matter={open} back={mattersHref({ ...rest, page })} />}
      {open !== undefined ? null : shown.length === 0 ? (
        <NoMatters stock={stock} search={search} />
      ) : (
        <>
          <DataTable
            caption="一件事要进的系统、表和群"
            columns={columns(search)}
            rows={shown}
            rowKey={({ key }) => key}
          />
          <Pager
            first={(page - 1) * SIZE + 1}
            shown={shown.length}
            total={rows.length}
            unit="件事"
            previous={page > 1 ? mattersHref({ ...search, page: page - 1 }) : undefined}
            next={page * SIZE < rows.length ? mattersHref({ ...search, page: page + 1 }) : undefined}
          />
        </>
      )}
      <p className="soft small">
        “同一单位最多进”按一个基层单位本级和上级的要求数，兄弟乡镇的不相加。工时只加报表和群组的；应用的工时包含它的全部事项，单列，不相加。
        填了“录入事项”的应用 {formatNumber(stock.appsStating)} 个（共 {formatNumber(stock.apps)}{" "}
        个），填了“对应工作事项”的报表 {formatNumber(stock.formsStating)} 张（共 {formatNumber(stock.forms)}{" "}
        张）；没有填的不在其内。
      </p>
    </>
  );
}

const columns = (search: MatterSearch): readonly TableColumn<MatterRow>[] => [
  {
    id: "matter",
    title: "事项",
    cell: (row) => (
      <>
        <Link href={mattersHref({ ...search, matter: row.key, page: 1 })}>{row.name}</Link>
        <OtherWords row={row} />
      </>
    ),
  },
  {
    id: "met",
    title: "同一单位最多进",
    isShort: true,
    cell: ({ met }) => (
      <>
        <strong>{formatNumber(met.systems)} 个系统</strong>
        <br />
        <span className="soft small">
          {met.inferred === 0 ? null : (
            <>
              另按功能推断 {formatNumber(met.inferred)} 个，待核
              <br />
            </>
          )}
          {formatNumber(met.forms)} 张表，{formatNumber(met.groups)} 个群
        </span>
      </>
    ),
  },
  { id: "systems", title: "系统", cell: ({ systems }) => <Systems systems={systems} /> },
  {
    id: "items",
    title: "条目",
    isShort: true,
    cell: (row) => (
      <Link
        href={mattersHref({ ...search, matter: row.key, page: 1 })}
        aria-label={`“${row.name}”的 ${row.entries.length} 个条目`}
      >
        {formatNumber(row.entries.length)} 个
      </Link>
    ),
  },
  { id: "hours", title: "表和群的年负担", isShort: true, cell: (row) => <Hours row={row} /> },
];

function OtherWords({ row }: { row: MatterRow }) {
  const others = row.words.filter((words) => words !== row.name);
  if (others.length === 0) return null;
  return (
    <>
      <br />
      <span className="soft small">也叫{others.map((words) => `“${words}”`).join("、")}</span>
    </>
  );
}

const NAMED = 6;

function Systems({ systems }: { systems: readonly string[] }) {
  if (systems.length === 0) return <Unknown>没有填系统</Unknown>;
  return (
    <>
      {systems.slice(0, NAMED).join("、")}
      {systems.length > NAMED ? `等 ${formatNumber(systems.length)} 个` : null}
    </>
  );
}

function Hours({ row: { entries, hours, hoursUnknown } }: { row: MatterRow }) {
  const costly = entries.filter(({ kind }) => kind !== "app").length;
  if (costly === 0) return <span className="soft">没有表和群</span>;
  if (hoursUnknown === costly) return <Unknown />;
  return (
    <>
      {formatHours(hours)}
      {hoursUnknown === 0 ? null : (
        <>
          <br />
          <span className="soft small">{formatNumber(hoursUnknown)} 个未知，未计入</span>
        </>
      )}
    </>
  );
}

function OpenMatter({ matter, back }: { matter: MatterRow; back: string }) {
  const ids = matter.entries.filter(({ kind }) => kind === "app").map(({ id }) => id);
  return (
    <section className="stack" aria-labelledby="open-matter">
      <div className="row spread">
        <h2 id="open-matter">
          {matter.name}：{formatNumber(matter.entries.length)} 个条目
        </h2>
        <div className="row no-print">
          {ids.length >= 2 && ids.length <= 5 ? (
            <Link href={`/redundancy/apps/compare?items=${ids.join(",")}`}>并排比对这 {ids.length} 个应用</Link>
          ) : null}
          <Link href={back}>看全部事项</Link>
        </div>
      </div>
      <p>
        同一单位最多进 <strong>{formatNumber(matter.met.systems)}</strong> 个系统
        {matter.met.inferred === 0 ? "" : `（另按功能推断 ${formatNumber(matter.met.inferred)} 个，待核）`}，填{" "}
        {formatNumber(matter.met.forms)} 张表，在 {formatNumber(matter.met.groups)} 个群里报。
        <span className={styles.advice}>宜定一个系统录入，其他系统共享取数。</span>
      </p>
      <DataTable
        caption={`“${matter.name}”的条目`}
        columns={entryColumns(matter)}
        rows={matter.entries}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

const entryColumns = (matter: MatterRow): readonly TableColumn<EntryRow>[] => [
  { id: "name", title: "条目", cell: ({ id, name }) => <Link href={`/assets/${id}`}>{name}</Link> },
  { id: "kind", title: "种类", isShort: true, cell: ({ kind }) => ASSET_KIND_LABEL[kind] },
  {
    id: "system",
    title: "录入的系统",
    cell: ({ kind, system }) => (kind === "group" ? <span className="soft">在群里报</span> : (system ?? <Unknown />)),
  },
  { id: "unit", title: "主办单位", cell: ({ unitName }) => unitName ?? <Unknown /> },
  { id: "words", title: "叫法", cell: (entry) => wordsText(matter, entry) },
  {
    id: "hours",
    title: "年负担",
    isShort: true,
    cell: ({ kind, hours }) => (
      <>
        {hours === null ? <Unknown /> : formatHours(hours)}
        {kind === "app" && hours !== null ? <span className="soft small">（全部事项）</span> : null}
      </>
    ),
  },
];

function NoMatters({ stock, search }: { stock: MatterStock; search: MatterSearch }) {
  if (stock.appsStating + stock.formsStating === 0)
    return (
      <EmptyState title="还没有条目填写事项">
        <p>
          在<Link href={rowsHref({ kinds: ["app"], states: RUNNING_STATES })}>应用</Link>里填“录入事项”，在
          <Link href={rowsHref({ kinds: ["form"], states: RUNNING_STATES })}>报表</Link>
          里填“对应工作事项”和“系统”，这里自动列出一件事要进的系统。
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="没有符合条件的事项">
      <p>
        减少几个条件，或者
        <Link href={mattersHref({ systems: 0, region: search.region, page: 1 })}>看全部事项</Link>
        {search.systems > DEFAULT_SYSTEMS ? (
          <>
            ，<Link href={mattersHref({ ...search, systems: DEFAULT_SYSTEMS, page: 1 })}>看要进两个以上系统的</Link>
          </>
        ) : null}
        。
      </p>
    </EmptyState>
  );
}
