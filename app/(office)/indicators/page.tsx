import type { Metadata } from "next";
import Link from "next/link";
import { countIndicatorStates, listIndicators } from "#db/queries/indicators.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { can } from "#lib/actor.ts";
import { isoDay } from "#lib/format/date.ts";
import { EmptyState } from "../../_components/empty-state.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { IndicatorFilters } from "./indicator-filters.tsx";
import { IndicatorList } from "./indicator-list.tsx";
import { RegisterForm } from "./register-form.tsx";
import { indicatorQuery, indicatorsHref, parseIndicatorSearch, type RawParams } from "./search-params.ts";

export const metadata: Metadata = { title: "考核指标" };

const SIZE = 50;

export default async function IndicatorsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { filter, at } = parseIndicatorSearch(await searchParams);
  const { actor, page, states, units } = await read(async (tx, actor) => ({
    actor,
    page: await listIndicators(tx, { filter, size: SIZE, ...(at ? { cursor: decodeCursor(at) } : {}) }),
    states: await countIndicatorStates(tx, filter),
    units: await listUnitChoices(tx),
  }));
  const mayScan = can(actor, "scan_texts");
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="考核指标"
        note="考核基层时，以应用使用率、关注数、上传量、排名等为依据的指标，逐项登记，建议取消，直到取消或说明保留。"
        actions={
          page.total === 0 ? null : (
            <a className="button" href={`/indicators/export?${indicatorQuery({ filter })}`} download>
              导出这 {page.total.toLocaleString("zh-CN")} 项
            </a>
          )
        }
      />
      {page.total === 0 && !isFiltered ? (
        <EmptyState title="还没有登记考核指标">
          {mayScan ? (
            <p>
              <Link href="/texts/new">登记考核细则</Link>
              ，确认其中的要求时勾选“同时登记为考核指标”；也可以在下面逐项登记。
            </p>
          ) : (
            <p>监督检查人员登记后，涉及本单位的会列在这里。</p>
          )}
        </EmptyState>
      ) : (
        <>
          <IndicatorFilters filter={filter} states={states} units={units} />
          {page.items.length === 0 ? (
            <EmptyState title="没有符合条件的指标">
              <p>
                减少几个条件，或者<Link href="/indicators">清除全部条件</Link>。
              </p>
            </EmptyState>
          ) : (
            <>
              <IndicatorList items={page.items} mayAmend={mayScan} today={isoDay(requestTime())} />
              <Pager
                first={page.first}
                shown={page.items.length}
                total={page.total}
                unit="项"
                previous={page.previous && indicatorsHref({ filter, at: page.previous })}
                next={page.next && indicatorsHref({ filter, at: page.next })}
              />
            </>
          )}
        </>
      )}
      {mayScan ? <RegisterForm units={units} /> : null}
    </>
  );
}
