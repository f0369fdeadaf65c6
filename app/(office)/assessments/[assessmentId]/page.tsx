import { sum } from "d3-array";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import {
  type AssetAssessmentRow,
  type BandCount,
  getAssessment,
  listAssetAssessments,
  type RuleCount,
} from "#db/queries/assessments.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { formatHours } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { BAND_LABEL, BANDS } from "#lib/risk/band.ts";
import { OUTCOME_LABEL, type OutcomeName } from "#lib/risk/outcome.ts";
import { DataTable, type TableColumn } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { FigureTable } from "../../../_components/figure-table.tsx";
import { LinkButton } from "../../../_components/link-button.tsx";
import { PackLink } from "../../../_components/pack-link.tsx";
import { PageHeader } from "../../../_components/page-header.tsx";
import { Pager } from "../../../_components/pager.tsx";
import { BandTag, Unknown } from "../../../_components/tags.tsx";
import { read } from "../../../_server/read.ts";
import styles from "../assessments.module.css";
import { parseRunSearch, type RunSearch, runHref } from "./search-params.ts";

export const metadata: Metadata = { title: "研判结果" };

const PAGE = 50;
const RULE_OUTCOMES = ["hit", "unknown", "clear", "not_applicable", "exempt"] as const satisfies readonly OutcomeName[];

export default async function AssessmentPage({
  params,
  searchParams,
}: {
  params: Promise<{ assessmentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { assessmentId } = await params;
  if (!z.uuid().safeParse(assessmentId).success) notFound();
  const search = parseRunSearch(await searchParams);
  const { run, region, list } = await read(async (tx) => {
    try {
      const run = await getAssessment(tx, assessmentId);
      const list = await listAssetAssessments(tx, {
        assessmentId,
        kinds: search.kind && [search.kind],
        bands: search.band && [search.band],
        rule: search.rule,
        limit: PAGE,
        offset: (search.page - 1) * PAGE,
      });
      return { run, list, region: await getRegionName(tx, run.regionCode) };
    } catch (error) {
      if (error instanceof DomainError && error.code === "not_found") notFound();
      throw error;
    }
  });
  const judged = sum(run.bands, (row) => row.assets);
  return (
    <>
      <nav aria-label="位置" className="small">
        <Link href="/assessments">研判记录</Link>
      </nav>
      <PageHeader
        title={`${region}，${formatDay(run.asOf)}的研判`}
        actions={<LinkButton href={`/findings?assessment=${assessmentId}`}>逐条判定</LinkButton>}
        note={
          <>
            规则包
            <PackLink version={run.packVersion} title={run.pack.title} />
            {`，${run.createdByName}于${formatTime(run.createdAt)}执行，共研判 ${formatNumber(judged)} 条；命中 ${formatNumber(sum(run.bands, (row) => row.hits))} 项，信息不足 ${formatNumber(sum(run.bands, (row) => row.unknowns))} 项，已豁免 ${formatNumber(sum(run.bands, (row) => row.exempt))} 项。`}
          </>
        }
      />
      <section className="panel" aria-label="种类与等次">
        <h2>种类与等次</h2>
        <BandTable id={assessmentId} bands={run.bands} />
      </section>
      <section className="panel" aria-label="规则">
        <h2>规则</h2>
        <RuleTable id={assessmentId} rules={run.rules} />
      </section>
      <section id="rows" className="stack" aria-label="条目">
        <Conditions id={assessmentId} search={search} rules={run.rules} total={list.total} />
        {list.items.length === 0 ? (
          <EmptyState title="没有这样的条目" />
        ) : (
          <>
            <DataTable caption="研判条目" columns={COLUMNS} rows={list.items} rowKey={(row) => row.assetId} />
            {list.total > PAGE ? (
              <Pager
                first={(search.page - 1) * PAGE + 1}
                shown={list.items.length}
                total={list.total}
                unit="条"
                previous={search.page > 1 ? runHref(assessmentId, { ...search, page: search.page - 1 }) : undefined}
                next={
                  search.page * PAGE < list.total
                    ? runHref(assessmentId, { ...search, page: search.page + 1 })
                    : undefined
                }
              />
            ) : null}
          </>
        )}
      </section>
    </>
  );
}

const COLUMNS: readonly TableColumn<AssetAssessmentRow>[] = [
  {
    id: "name",
    title: "条目",
    cell: (row) => <Link href={`/assets/${row.assetId}?run=${row.assessmentId}`}>{row.name}</Link>,
  },
  { id: "kind", title: "种类", isShort: true, cell: (row) => ASSET_KIND_LABEL[row.kind] },
  { id: "band", title: "等次", isShort: true, cell: (row) => <BandTag band={row.band} /> },
  { id: "score", title: "风险分", isNumber: true, cell: (row) => formatNumber(row.score, 1) },
  { id: "hits", title: "命中", isNumber: true, cell: (row) => row.hits },
  { id: "unknowns", title: "信息不足", isNumber: true, cell: (row) => row.unknowns },
  { id: "exempt", title: "已豁免", isNumber: true, cell: (row) => row.exempt },
  {
    id: "burden",
    title: "年负担",
    isNumber: true,
    cell: (row) => (row.burdenMid === null ? <Unknown>无法测算</Unknown> : formatHours(row.burdenMid)),
  },
  {
    id: "recommendation",
    title: "建议",
    cell: (row) => (
      <>
        {row.recommendation === null ? <span className="soft">无法建议</span> : DECISION_LABEL[row.recommendation]}
        <div className="soft small">{row.recommendationReason}</div>
      </>
    ),
  },
];

function Count({ items, href, about }: { items: number; href: string; about: string }) {
  if (items === 0) return <span className="soft">0</span>;
  return (
    <Link href={href} aria-label={`${about}：${items} 条，查看明细`}>
      {formatNumber(items)}
    </Link>
  );
}

function BandTable({ id, bands }: { id: string; bands: readonly BandCount[] }) {
  const kinds = ASSET_KINDS.filter((kind) => bands.some((row) => row.kind === kind));
  const row = (key: string, title: string, of: readonly BandCount[], kind: RunSearch["kind"]) => ({
    id: key,
    title,
    cells: Object.fromEntries([
      ...BANDS.map((band) => [
        band,
        <Count
          key={band}
          items={sum(
            of.filter((one) => one.band === band),
            (one) => one.assets,
          )}
          href={runHref(id, { kind, band })}
          about={`${title}，${BAND_LABEL[band]}`}
        />,
      ]),
      ["all", <Count key="all" items={sum(of, (one) => one.assets)} href={runHref(id, { kind })} about={title} />],
    ]),
  });
  return (
    <FigureTable
      caption="种类与等次"
      corner="种类"
      columns={[...BANDS.map((band) => ({ id: band, title: BAND_LABEL[band] })), { id: "all", title: "合计" }]}
      rows={[
        ...kinds.map((kind) =>
          row(
            kind,
            ASSET_KIND_LABEL[kind],
            bands.filter((one) => one.kind === kind),
            kind,
          ),
        ),
        { ...row("total", "合计", bands, undefined), isTotal: true },
      ]}
    />
  );
}

function RuleTable({ id, rules }: { id: string; rules: readonly RuleCount[] }) {
  const byRule = Map.groupBy(rules, (rule) => rule.ruleId);
  const count = (of: readonly RuleCount[], outcome: OutcomeName) =>
    of.find((rule) => rule.outcome === outcome)?.assets ?? 0;
  const sorted = [...byRule].sort(
    ([idA, a], [idB, b]) =>
      count(b, "hit") - count(a, "hit") || count(b, "unknown") - count(a, "unknown") || (idA < idB ? -1 : 1),
  );
  const shown = RULE_OUTCOMES.filter((outcome) => rules.some((rule) => rule.outcome === outcome));
  return (
    <FigureTable
      caption="各规则的结论"
      corner="规则"
      columns={shown.map((outcome) => ({ id: outcome, title: OUTCOME_LABEL[outcome] }))}
      rows={sorted.map(([ruleId, of]) => {
        const title = of[0]?.title ?? ruleId;
        return {
          id: ruleId,
          title: <Link href={`/rules#${ruleId}`}>{title}</Link>,
          cells: Object.fromEntries(
            shown.map((outcome) => [
              outcome,
              <Count
                key={outcome}
                items={count(of, outcome)}
                href={runHref(id, { rule: { ruleId, outcome } })}
                about={`${title}，${OUTCOME_LABEL[outcome]}`}
              />,
            ]),
          ),
        };
      })}
    />
  );
}

function Conditions({
  id,
  search,
  rules,
  total,
}: {
  id: string;
  search: RunSearch;
  rules: readonly RuleCount[];
  total: number;
}) {
  const words = [
    search.kind && ASSET_KIND_LABEL[search.kind],
    search.band && BAND_LABEL[search.band],
    search.rule &&
      `“${rules.find((rule) => rule.ruleId === search.rule?.ruleId)?.title ?? search.rule.ruleId}”${OUTCOME_LABEL[search.rule.outcome]}`,
  ].filter((word) => word !== undefined);
  return (
    <div className={styles.chips}>
      <h2>
        {words.length === 0 ? "全部条目" : words.join("，")}（{formatNumber(total)}）
      </h2>
      {words.length === 0 ? null : <Link href={runHref(id, {})}>看全部条目</Link>}
    </div>
  );
}
