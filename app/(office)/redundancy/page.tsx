import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { countFormRelations } from "#db/queries/overlaps.ts";
import { can } from "#lib/actor.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { FORM_RELATION_LABEL, REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";
import { askingsOf, byElement, byForm, byLine, byOfficePair, sumOfAskings } from "#lib/redundancy/waste/cuts.ts";
import {
  formMatches,
  WASTE_CAUSE_LABEL,
  WASTE_CAUSE_MEANING,
  WASTE_CAUSES,
  wastedHours,
} from "#lib/redundancy/waste/waste.ts";
import { DataTable } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { AssumptionPanel } from "./assumption-panel.tsx";
import { CutPanel, SHOWN, unknownNote } from "./cut-panel.tsx";
import { ElementTable, FormTable, LineTable, PairTable } from "./cut-tables.tsx";
import { pairsHref } from "./forms/search-params.ts";
import { HoursLink } from "./hours-text.tsx";
import { LineChart } from "./line-chart.tsx";
import { loadWaste } from "./load-waste.ts";
import { OneRegion } from "./one-region.tsx";
import { OpenQuestionCount } from "./open-question-count.tsx";
import styles from "./overview.module.css";
import { RedundancyTabs } from "./redundancy-tabs.tsx";
import {
  type Cut,
  elementQuery,
  elementsHref,
  overviewHref,
  parseOverviewSearch,
  type RawParams,
  type WasteSearch,
  wasteFilter,
  wasteQuery,
} from "./search-params.ts";
import { TooMany } from "./too-many.tsx";
import { TotalPanel } from "./total-panel.tsx";
import { UnmeasuredPanel } from "./unmeasured-panel.tsx";
import { WasteFilters } from "./waste-filters.tsx";

export const metadata: Metadata = { title: "重复填报" };

export default async function RedundancyPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { search, all } = parseOverviewSearch(await searchParams);
  const asOf = isoDay(requestTime());
  const loaded = await read(async (tx, actor) => {
    const waste = await loadWaste(tx, actor, search);
    if (waste.isTooMany) return waste;
    return { ...waste, actor, relations: await countFormRelations(tx, { region: waste.region }) };
  });
  const head = (
    <>
      <PageHeader
        title="重复填报"
        note={`${loaded.scope}，截至${formatDay(asOf)}，${formatNumber(loaded.forms)} 张在运行的表：同一批人被反复要的是哪些数据，一年要多花多少工时。`}
      />
      <RedundancyTabs current="/redundancy" region={loaded.region} />
      {loaded.region === undefined ? null : (
        <OneRegion wholeHref={overviewHref({ ...search, region: undefined })}>只算{loaded.scope}的表。</OneRegion>
      )}
    </>
  );
  if (loaded.isTooMany)
    return (
      <>
        {head}
        <TooMany forms={loaded.forms} href={(region) => overviewHref({ ...search, region })} parts={loaded.parts} />
      </>
    );
  const { input, waste, scope, actor, region, relations } = loaded;
  if (input.forms.length === 0)
    return (
      <>
        {head}
        <EmptyState title="台账里没有在运行的报表表单">
          <p>
            <Link href="/imports">导入</Link>或<Link href="/assets/new?kind=form">登记</Link>
            表单和它的字段后，这里自动测算。
          </p>
        </EmptyState>
      </>
    );
  const filter = wasteFilter(search);
  const askings = askingsOf(waste, filter);
  const sum = sumOfAskings(askings);
  const unmeasured = waste.unmeasured.filter(({ form }) => formMatches(form, filter));
  const elements = byElement(askings).filter(({ wasted }) => wastedHours(wasted) > 1e-9);
  const pairs = byOfficePair(waste, filter).filter(({ hours }) => hours > 1e-9);
  const lines = byLine(askings, unmeasured);
  const forms = byForm(askings).filter(({ wasted }) => wastedHours(wasted) > 1e-9);
  const cutExport = (name: Cut) => `/redundancy/export?${wasteQuery(search, { cut: name })}`;
  const cut = <R,>(name: Cut, rows: readonly R[]) => (all === name ? rows : rows.slice(0, SHOWN));
  const units = Object.entries(input.officeNames).map(([id, name]) => ({ id, name }));
  return (
    <>
      {head}
      <WasteFilters action="/redundancy" search={search} units={actor.role === "department" ? [] : units} />
      <div className={styles.columns}>
        <TotalPanel input={input} waste={waste} filter={filter} search={search} asOf={asOf} scope={scope} />
        <section className="panel" aria-label="表与表之间">
          <h2>表与表之间</h2>
          <ul className={styles.facts}>
            {REPEATING_RELATIONS.map((relation) => (
              <li key={relation}>
                {FORM_RELATION_LABEL[relation]}：
                <Link href={pairsHref({ filter: { relations: [relation], region } })}>
                  {formatNumber(relations[relation])} 对
                </Link>
              </li>
            ))}
            {can(actor, "decide_aliases") ? (
              <li>
                两项是不是同一数据项，待人判断：
                <Suspense fallback="正在计数……">
                  <OpenQuestionCount regionCode={loaded.regionCode} />
                </Suspense>
              </li>
            ) : null}
            <li>
              数据项：
              <Link href={elementsHref({ search })}>
                {formatNumber(new Set(askings.map(({ element }) => element)).size)} 项
              </Link>
            </li>
          </ul>
          <p className="soft small">表对按{scope}全部可见的表计，不随上面的条件变化。</p>
        </section>
      </div>
      <section className="panel" aria-label="按原因">
        <h2>按原因（小时/年）</h2>
        <DataTable
          caption="按原因"
          columns={[
            { id: "cause", title: "原因", cell: ({ cause }) => WASTE_CAUSE_LABEL[cause] },
            {
              id: "hours",
              title: "可省（小时/年）",
              isNumber: true,
              cell: ({ cause, hours }) => (
                <HoursLink hours={hours} href={elementsHref({ search, cause })} about={WASTE_CAUSE_LABEL[cause]} />
              ),
            },
            { id: "meaning", title: "怎么算", cell: ({ cause }) => WASTE_CAUSE_MEANING[cause] },
          ]}
          rows={WASTE_CAUSES.map((cause) => ({ cause, hours: sum.wasted[cause] }))}
          rowKey={({ cause }) => cause}
        />
        <p className="soft small">
          三项合计 {formatHours(wastedHours(sum.wasted))}
          ，互不重叠。{unknownNote(unmeasured.length)}
        </p>
      </section>
      <CutPanel
        id="elements"
        title="按数据项"
        note="哪项数据要得最多余。点数据项看谁在要、怎么叫、多久要一次。"
        total={elements.length}
        unit="项"
        isWhole={false}
        wholeHref={elementsHref({ search, cause: "any" })}
        exportHref={`/redundancy/elements/export?${elementQuery({ search, cause: "any" })}`}
        unmeasured={unmeasured.length}
      >
        <ElementTable rows={elements.slice(0, SHOWN)} search={search} />
      </CutPanel>
      <CutPanel
        id="pairs"
        title="按成对单位"
        note={
          <>
            同一数据项被几张表问到时，多出来的工时分给其中每两张表，按两张表里用时较少一张的工时比例分，再按主办单位合并；所有成对单位合计正好等于重复填报的
            {formatHours(sum.wasted.repeated)}。
            {isNarrowed(search) ? "选了条件时，列出至少一方在条件之内的成对单位，合计会大于条件内的重复工时。" : ""}
            只说明哪两家可以共用一份数据，不对单位排名。
          </>
        }
        total={pairs.length}
        unit="对"
        isWhole={all === "pairs"}
        wholeHref={overviewHref(search, "pairs")}
        exportHref={cutExport("pairs")}
        unmeasured={unmeasured.length}
      >
        <PairTable rows={cut("pairs", pairs)} input={input} search={search} />
      </CutPanel>
      <CutPanel
        id="lines"
        title="按条线"
        note="一张表分到的工时：重复的按各表问这一项的用时比例分，超过变动频率的归问得过勤的表，可共享的归本可取用共享数据的表。"
        total={lines.length}
        unit="条"
        isWhole={all === "lines"}
        wholeHref={overviewHref(search, "lines")}
        exportHref={cutExport("lines")}
        unmeasured={unmeasured.length}
      >
        <LineChart rows={cut("lines", lines).map(({ workLine, wasted }) => ({ workLine, wasted }))} />
        <LineTable rows={cut("lines", lines)} search={search} />
      </CutPanel>
      <CutPanel
        id="forms"
        title="按表"
        total={forms.length}
        unit="张"
        isWhole={all === "forms"}
        wholeHref={overviewHref(search, "forms")}
        exportHref={cutExport("forms")}
        unmeasured={unmeasured.length}
      >
        <FormTable rows={cut("forms", forms)} input={input} search={search} />
      </CutPanel>
      <UnmeasuredPanel
        rows={unmeasured}
        mayEdit={can(actor, "edit_items")}
        isWhole={all === "unmeasured"}
        wholeHref={overviewHref(search, "unmeasured")}
        exportHref={cutExport("unmeasured")}
      />
      <AssumptionPanel canPropose={can(actor, "propose") || can(actor, "read_proposals")} />
    </>
  );
}

const isNarrowed = ({ line, unit }: WasteSearch): boolean => line !== undefined || unit !== undefined;
