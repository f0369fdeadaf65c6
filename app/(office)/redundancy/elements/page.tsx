import type { Metadata } from "next";
import Link from "next/link";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { ElementWaste } from "#lib/redundancy/waste/cuts.ts";
import { formMatches, WASTE_CAUSE_LABEL, WASTE_CAUSES, wastedHours } from "#lib/redundancy/waste/waste.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { read, requestTime } from "../../../_server/read.ts";
import { pairName } from "../cut-tables.tsx";
import { HoursText } from "../hours-text.tsx";
import { loadWaste } from "../load-waste.ts";
import { OneRegion } from "../one-region.tsx";
import { RedundancyTabs } from "../redundancy-tabs.tsx";
import {
  type ElementSearch,
  elementHref,
  elementQuery,
  elementsHref,
  overviewHref,
  parseElementSearch,
  type RawParams,
  wasteFilter,
} from "../search-params.ts";
import { TooMany } from "../too-many.tsx";
import { ElementFilters } from "./element-filters.tsx";
import styles from "./elements.module.css";
import { elementsOf } from "./load-elements.ts";

export const metadata: Metadata = { title: "数据项" };

const SIZE = 100;
const WORDINGS = 4;

export default async function ElementsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const given = parseElementSearch(await searchParams);
  const { search, pair, at } = given;
  const asOf = isoDay(requestTime());
  const { loaded, isDepartment } = await read(async (tx, actor) => {
    const loaded = await loadWaste(tx, actor, search);
    return {
      loaded,
      isDepartment: actor.role === "department",
    };
  });
  if (loaded.isTooMany)
    return (
      <>
        <PageHeader title="数据项" note={loaded.scope} />
        <RedundancyTabs current="/redundancy/elements" region={loaded.region} />
        <TooMany
          forms={loaded.forms}
          href={(region) => elementsHref({ ...given, search: { ...search, region }, at: undefined })}
          parts={loaded.parts}
        />
      </>
    );
  const { input, waste, scope } = loaded;
  const { at: _, ...first } = given;
  const rows = elementsOf(waste, given);
  const start = Math.max(
    0,
    rows.findIndex(({ element }) => element.element === at),
  );
  const page = rows.slice(start, start + SIZE);
  const pageAt = (index: number) =>
    elementsHref({ ...first, at: index <= 0 ? undefined : rows[index]?.element.element });
  const unmeasured = waste.unmeasured.filter(({ form }) => formMatches(form, wasteFilter(search)));
  const form = input.forms.find(({ id }) => id === search.form);
  const wasted = rows.reduce((sum, row) => sum + wastedHours(row.wasted), 0);
  const units = Object.entries(input.officeNames).map(([id, name]) => ({ id, name }));
  return (
    <>
      <PageHeader
        title="数据项"
        note={`${scope}，截至${formatDay(asOf)}：同一项数据不论叫法，合成一项；看谁在要、要几遍、花多少工时。`}
        actions={
          rows.length === 0 ? null : (
            <a className="button" href={`/redundancy/elements/export?${elementQuery(first)}`} download>
              导出这 {formatNumber(rows.length)} 项
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/elements" region={loaded.region} />
      {loaded.region === undefined ? null : (
        <OneRegion wholeHref={elementsHref({ ...first, search: { ...search, region: undefined } })}>
          只列{loaded.scope}的表在要的数据项。
        </OneRegion>
      )}
      <ElementFilters given={given} units={isDepartment ? [] : units} />
      {pair === undefined ? null : (
        <p>
          只列{pairName({ one: pair[0], other: pair[1] }, input)}的表之间相互重复的数据项和工时。
          <Link href={elementsHref({ ...first, pair: undefined })}>看全部数据项</Link>
        </p>
      )}
      {search.form === undefined ? null : (
        <p>
          只列《{form?.name ?? "这张表"}》的数据项和分到这张表的工时。
          <Link href={elementsHref({ ...first, search: { ...search, form: undefined } })}>看全部数据项</Link>
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title="没有符合条件的数据项">
          <p>
            {waste.askings.length === 0 ? "还没有能测算的表。先给表单补上字段和用时，" : "减少几个条件，或者"}
            <Link
              href={
                waste.askings.length === 0
                  ? `${overviewHref({ region: search.region })}#unmeasured`
                  : elementsHref({ search: { region: search.region } })
              }
            >
              {waste.askings.length === 0 ? "看缺什么" : "看全部数据项"}
            </Link>
            。
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="soft">
            共 {formatNumber(rows.length)} 项，可省 {formatHours(wasted)}。
            {unmeasured.length === 0 ? "" : `另有 ${formatNumber(unmeasured.length)} 张表无法测算，没有计入。`}
          </p>
          <DataTable
            caption="数据项"
            columns={columnsOf(first)}
            rows={page}
            rowKey={({ element }) => String(element.element)}
          />
          <Pager
            first={start + 1}
            shown={page.length}
            total={rows.length}
            unit="项"
            previous={start === 0 ? undefined : pageAt(start - SIZE)}
            next={start + SIZE >= rows.length ? undefined : pageAt(start + SIZE)}
          />
        </>
      )}
    </>
  );
}

function columnsOf(given: ElementSearch): TableColumn<ElementWaste>[] {
  const sorted = (order: "forms" | undefined) => ({
    href: elementsHref({ ...given, order }),
    order: given.order === order ? ("desc" as const) : undefined,
  });
  return [
    {
      id: "name",
      title: "数据项",
      cell: ({ element }) => (
        <>
          <Link href={elementHref(element.element, given.search)}>{element.name}</Link>
          {element.header ? <span className={styles.header}>基本信息</span> : null}
        </>
      ),
    },
    {
      id: "wasted",
      title: "可省（小时/年）",
      isNumber: true,
      sort: sorted(undefined),
      cell: ({ wasted }) => <HoursText hours={wastedHours(wasted)} />,
    },
    ...WASTE_CAUSES.map((cause) => ({
      id: cause,
      title: WASTE_CAUSE_LABEL[cause],
      isNumber: true,
      cell: ({ wasted }: ElementWaste) => <HoursText hours={wasted[cause]} />,
    })),
    { id: "hours", title: "共花", isNumber: true, cell: ({ hours }) => <HoursText hours={hours} /> },
    { id: "forms", title: "表", isNumber: true, sort: sorted("forms"), cell: ({ forms }) => formatNumber(forms) },
    { id: "offices", title: "单位", isNumber: true, cell: ({ offices }) => formatNumber(offices) },
    {
      id: "words",
      title: "叫法",
      cell: ({ wordings }) =>
        wordings.length <= WORDINGS
          ? wordings.join("、")
          : `${wordings.slice(0, WORDINGS).join("、")}等 ${wordings.length} 种`,
    },
    {
      id: "source",
      title: "数源部门",
      cell: ({ element }) => element.datum?.sourceDepartment ?? <span className="soft">目录未载</span>,
    },
  ];
}
