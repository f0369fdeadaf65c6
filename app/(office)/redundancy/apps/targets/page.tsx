import type { Metadata } from "next";
import Link from "next/link";
import { formatHours } from "#lib/format/hours.ts";
import { formatMoney } from "#lib/format/money.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { DataTable, type TableColumn } from "../../../../_components/data-table.tsx";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { FilterForm, NumberCondition } from "../../../../_components/filter-form.tsx";
import { PageHeader } from "../../../../_components/page-header.tsx";
import { ToneTag, Unknown } from "../../../../_components/tags.tsx";
import { read } from "../../../../_server/read.ts";
import styles from "../../pairs.module.css";
import { RedundancyTabs } from "../../redundancy-tabs.tsx";
import { AppViews } from "../app-views.tsx";
import { compareAppsHref, type RawParams } from "../search-params.ts";
import { loadTargets, type TakeRow, type TargetRow } from "./load-targets.ts";
import { parseTargetSearch, type TargetSearch, targetQuery, targetsHref } from "./search-params.ts";

export const metadata: Metadata = { title: "可整合到哪里" };

const LACKING_SHOWN = 12;

export default async function TargetsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const search = parseTargetSearch(await searchParams);
  const { targets, isDepartment } = await read(async (tx, actor) => ({
    targets: actor.role === "department" ? [] : await loadTargets(tx, search),
    isDepartment: actor.role === "department",
  }));
  const taken = targets.reduce((sum, { takes }) => sum + takes.length, 0);
  return (
    <>
      <PageHeader
        title="可整合到哪里"
        note="按功能看：一体化平台（没有登记的，取能覆盖其他应用最多的一个）现有的功能够接下哪些应用，接下来还缺什么。只是线索，能不能整合要看业务和数据。"
        actions={
          taken === 0 ? null : (
            <a className="button" href={`/redundancy/apps/targets/export?${targetQuery(search)}`} download>
              导出明细
            </a>
          )
        }
      />
      <RedundancyTabs current="/redundancy/apps" />
      <AppViews current="/redundancy/apps/targets" />
      {isDepartment ? (
        <EmptyState title="由监督检查人员统筹">
          <p>整合去向要看辖区全部应用。本单位应用与哪些应用相近，见“成对比对”。</p>
        </EmptyState>
      ) : (
        <>
          <FilterForm action="/redundancy/apps/targets" submit="重新划分">
            <NumberCondition name="covered" label="平台已有该应用功能的（%）以上" value={search.covered} />
          </FilterForm>
          {targets.length === 0 ? (
            <EmptyState title="没有可以整合到的平台">
              <p>
                没有登记为“一体化平台”的应用，也没有哪个应用能覆盖其他应用。
                请在条目里补填“一体化平台”和“主要功能”，或降低上面的比例。
              </p>
            </EmptyState>
          ) : (
            targets.map((target) => <Target key={target.id} target={target} search={search} />)
          )}
        </>
      )}
    </>
  );
}

function Target({ target, search }: { target: TargetRow; search: TargetSearch }) {
  const { app, takes, lacking, compared, unlisted, isUnifiedPlatform } = target;
  const hours = takes.reduce((sum, take) => sum + (take.hours ?? 0), 0);
  const cost = takes.reduce((sum, take) => sum + (take.yearlyCost ?? 0), 0);
  const [noHours, noCost] = [
    takes.filter((take) => take.hours === null).length,
    takes.filter((take) => take.yearlyCost === null).length,
  ];
  const isOpen = search.target === target.id || (search.target === undefined && takes.length > 0);
  return (
    <section className={`${styles.card} stack`} aria-labelledby={`target-${target.id}`}>
      <div className="row spread">
        <h2 id={`target-${target.id}`}>
          <Link href={`/assets/${target.id}`}>{app.name}</Link>{" "}
          <ToneTag tone={isUnifiedPlatform ? "good" : "check"}>
            {isUnifiedPlatform ? "一体化平台" : "覆盖其他应用最多"}
          </ToneTag>
        </h2>
        <span className="soft">{app.unitName ?? "主办单位未知"}</span>
      </div>
      <p>
        与列明功能的 {formatNumber(compared)} 个应用比对，
        {takes.length === 0 ? (
          "没有一个达到所选比例"
        ) : (
          <>
            可接下 <strong>{formatNumber(takes.length)}</strong> 个，其中{" "}
            {formatNumber(takes.filter((take) => take.lacking.length === 0).length)} 个不缺功能
          </>
        )}
        。{unlisted === 0 ? "" : `另有 ${formatNumber(unlisted)} 个没有列明功能，无从判断。`}
      </p>
      {takes.length === 0 ? null : (
        <>
          <p className="soft">
            这些应用现在每年用去基层 {summed(formatHours(hours), noHours, takes.length)}，运维费{" "}
            {summed(formatMoney(cost), noCost, takes.length)}；整合能省下多少，要看保留哪些功能。
          </p>
          {lacking.length === 0 ? null : (
            <p>
              还缺的功能：
              {lacking
                .slice(0, LACKING_SHOWN)
                .map(({ name, apps }) => `${name}（${formatNumber(apps)} 个应用有）`)
                .join("、")}
              {lacking.length > LACKING_SHOWN ? `等 ${formatNumber(lacking.length)} 项，全部见导出` : ""}。
            </p>
          )}
          {isOpen ? (
            <DataTable caption={`“${app.name}”可接下的应用`} columns={COLUMNS} rows={takes} rowKey={({ id }) => id} />
          ) : (
            <p className="no-print">
              <Link href={targetsHref({ ...search, target: target.id })}>看这 {formatNumber(takes.length)} 个应用</Link>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A sum with how many of its parts are not known; with none known there is no sum. */
function summed(sum: string, unknown: number, of: number): string {
  if (unknown === of) return "未知";
  return unknown === 0 ? sum : `${sum}（${formatNumber(unknown)} 个未知，未计入）`;
}

const COLUMNS: readonly TableColumn<TakeRow>[] = [
  {
    id: "app",
    title: "可接下的应用",
    cell: ({ app, target }) => (
      <>
        <Link href={`/assets/${app.id}`}>{app.name}</Link>
        <br />
        <span className="soft small">{app.unitName ?? "主办单位未知"}</span>{" "}
        <Link
          className="small no-print"
          href={compareAppsHref([target.id, app.id])}
          aria-label={`并排比对“${target.name}”和“${app.name}”`}
        >
          并排比对
        </Link>
      </>
    ),
  },
  {
    id: "taken",
    title: "平台已有的功能",
    cell: ({ taken, covered }) => (
      <>
        {formatPercent(covered)}：{taken.join("、")}
      </>
    ),
  },
  {
    id: "lacking",
    title: "平台还缺的功能",
    cell: ({ lacking }) => (lacking.length === 0 ? <span className="soft">不缺</span> : lacking.join("、")),
  },
  {
    id: "hours",
    title: "年负担",
    isNumber: true,
    cell: ({ hours }) => (hours === null ? <Unknown /> : formatHours(hours)),
  },
  {
    id: "cost",
    title: "年运维费",
    isNumber: true,
    cell: ({ yearlyCost }) => (yearlyCost === null ? <Unknown /> : formatMoney(yearlyCost)),
  },
];
