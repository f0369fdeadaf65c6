import type { Metadata } from "next";
import Link from "next/link";
import { countWaiting, type ExemptionRow, listExemptions } from "#db/queries/exemptions.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { listUnitChoices } from "#db/queries/units.ts";
import { type Actor, can } from "#lib/actor.ts";
import { powersOver } from "#lib/exemption/powers.ts";
import { EXEMPTION_STANDING_LABEL, standingOf } from "#lib/exemption/standing.ts";
import { formatDay, formatTime, isoDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { DataTable, type TableColumn } from "../../_components/data-table.tsx";
import { EmptyState } from "../../_components/empty-state.tsx";
import {
  Choice,
  FilterForm,
  type Option,
  optionsOf,
  UnitCondition,
  WordsCondition,
} from "../../_components/filter-form.tsx";
import { PageHeader } from "../../_components/page-header.tsx";
import { Pager } from "../../_components/pager.tsx";
import { Unknown } from "../../_components/tags.tsx";
import { read, requestTime } from "../../_server/read.ts";
import { ExemptionControls } from "./exemption-controls.tsx";
import { exemptionFilter, exemptionQuery, exemptionsHref, parseExemptionSearch, SOON_DAYS } from "./search-params.ts";

export const metadata: Metadata = { title: "豁免" };

const SIZE = 50;
const RULE_OPTIONS = [...RULES.values()].map(({ id, title }): Option => [id, title]);
const titleOf = (ruleId: string) => RULES.get(ruleId)?.title ?? ruleId;

function columnsFor(actor: Actor, today: string): TableColumn<ExemptionRow>[] {
  return [
    {
      id: "asset",
      title: "条目",
      cell: (row) => (
        <Link href={`/assets/${row.assetId}?finding=${row.ruleId}#rule-${row.ruleId}`}>{row.assetName}</Link>
      ),
    },
    { id: "unit", title: "主办单位", cell: (row) => row.unitName ?? <Unknown /> },
    { id: "rule", title: "规则", cell: (row) => titleOf(row.ruleId) },
    { id: "state", title: "状态", isShort: true, cell: (row) => EXEMPTION_STANDING_LABEL[standingOf(row, today)] },
    { id: "until", title: "截止", isShort: true, cell: (row) => formatDay(row.until) },
    {
      id: "reason",
      title: "理由和依据",
      cell: (row) => (
        <>
          {row.reason}
          <div className="soft small">{row.evidence}</div>
        </>
      ),
    },
    {
      id: "asked",
      title: "申请和处理",
      cell: (row) => (
        <>
          {row.requestedByName}，{formatTime(row.requestedAt)}
          {row.decidedByName === null ? null : (
            <div className="soft small">
              {row.decidedByName}，{formatTime(row.decidedAt)}
              {row.decisionNote === null ? "" : `：${row.decisionNote}`}
            </div>
          )}
        </>
      ),
    },
    {
      id: "controls",
      title: "办理",
      cell: (row) => (
        <ExemptionControls
          exemption={{
            id: row.id,
            title: titleOf(row.ruleId),
            asset: row.assetName,
            reason: row.reason,
            evidence: row.evidence,
            until: row.until,
            requestedByName: row.requestedByName,
          }}
          powers={powersOver(row, actor, today)}
        />
      ),
    },
  ];
}

export default async function ExemptionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = parseExemptionSearch(await searchParams);
  const today = isoDay(requestTime());
  const { page, units, waiting, actor } = await read(async (tx, actor) => ({
    actor,
    page: await listExemptions(tx, {
      filter: exemptionFilter(search, today),
      today,
      cursor: search.at === undefined ? undefined : decodeCursor(search.at),
      size: SIZE,
    }),
    units: actor.role === "department" ? [] : await listUnitChoices(tx),
    waiting: can(actor, "decide_exemption") ? await countWaiting(tx, actor.id) : undefined,
  }));
  const { at: _, ...conditions } = search;
  const isFiltered = exemptionQuery(conditions) !== "";
  return (
    <>
      <PageHeader
        title="豁免"
        note="主办单位申请，监督检查人员审批，申请人不能审批自己的申请。豁免期间显示为“已豁免”，不算“未命中”；到期自动恢复研判。"
        actions={
          page.total === 0 ? null : (
            <a className="button" href={`/exemptions/export?${exemptionQuery(conditions)}`} download>
              导出这 {formatNumber(page.total)} 条
            </a>
          )
        }
      />
      {waiting === undefined || waiting === 0 ? null : (
        <p>
          待您审批 <Link href={exemptionsHref({ standing: "requested" })}>{formatNumber(waiting)}</Link> 条。
        </p>
      )}
      <FilterForm action="/exemptions" clear="/exemptions">
        <WordsCondition label="条目或单位" value={search.q} />
        <Choice name="state" label="状态" value={search.standing} options={optionsOf(EXEMPTION_STANDING_LABEL)} />
        <Choice name="rule" label="规则" value={search.ruleId} options={RULE_OPTIONS} />
        <UnitCondition value={search.unitId} units={units} />
        <Choice
          name="soon"
          label="到期"
          value={search.isSoon ? "yes" : undefined}
          options={[["yes", `${SOON_DAYS} 天内到期`]]}
        />
      </FilterForm>
      {page.items.length === 0 ? (
        <EmptyState title={isFiltered ? "没有符合条件的豁免" : "还没有申请过豁免"}>
          <p>
            {isFiltered
              ? "减少几个条件再查找。"
              : can(actor, "request_exemption")
                ? "打开条目，在命中的规则下点“申请豁免”。"
                : "主办单位申请豁免后，会列在这里。"}
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="豁免"
            columns={columnsFor(actor, today).filter(
              ({ id }) =>
                id !== "controls" ||
                page.items.some((row) => Object.values(powersOver(row, actor, today)).includes(true)),
            )}
            rows={page.items}
            rowKey={(row) => row.id}
          />
          <Pager
            first={page.first}
            shown={page.items.length}
            total={page.total}
            unit="条"
            previous={page.previous && exemptionsHref({ ...search, at: page.previous })}
            next={page.next && exemptionsHref({ ...search, at: page.next })}
          />
        </>
      )}
    </>
  );
}
