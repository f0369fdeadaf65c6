import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import type { OfficeChange } from "#lib/redundancy/proposal/offices.ts";
import { roundIndex } from "#lib/redundancy/proposal/round.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { FormLink } from "../form-link.tsx";
import styles from "../proposals.module.css";
import { proposalHref } from "../search-params.ts";
import { RoundPager } from "./round-pager.tsx";
import { holds, pageOf, type RoundView } from "./round-view.ts";
import { SearchLine } from "./search-line.tsx";

/** What each office gains and loses; in the order of their names, which ranks nobody. */
export function OfficesPart({ view }: { view: RoundView }) {
  const { proposal, result, search, now } = view;
  const { formOf, ledgerOf } = roundIndex(result);
  const found = result.offices
    .filter(({ officeId }) => holds(search.q, [officeName(result, officeId)]))
    .sort((one, other) =>
      officeName(result, one.officeId).localeCompare(officeName(result, other.officeId), "zh-CN-u-co-pinyin"),
    );
  const page = pageOf(found, search.page);
  const forms = (ids: readonly string[]) => (
    <ul className={styles.words}>
      {ids.map((id) => (
        <li key={id}>
          <FormLink form={formOf.get(id) ?? { id, name: id }} now={now.get(id)} />
        </li>
      ))}
    </ul>
  );
  const counted = (ids: readonly string[]) =>
    ids.length === 0 ? (
      <span className="soft">0</span>
    ) : (
      <details>
        <summary>{ids.length} 张</summary>
        {forms(ids)}
      </details>
    );
  return (
    <section className="stack" aria-label="部门得失">
      <SearchLine view={view} label="单位" />
      {found.length === 0 ? (
        <EmptyState title={search.q === undefined ? "没有能测算的表" : "没有符合条件的单位"} />
      ) : (
        <DataTable
          caption="部门得失"
          rows={page.rows}
          rowKey={({ officeId }) => officeId}
          columns={[
            { id: "office", title: "单位", cell: ({ officeId }) => officeName(result, officeId) },
            { id: "before", title: "原有", isNumber: true, cell: (row) => formatNumber(row.forms.before) },
            { id: "cancelled", title: "取消", cell: (row) => counted(row.forms.cancelled) },
            { id: "merged", title: "并入台账", cell: (row) => counted(row.forms.merged) },
            { id: "unchanged", title: "不变", cell: (row) => counted(row.forms.unchanged) },
            {
              id: "hours",
              title: "基层为其花费（小时/年）",
              isNumber: true,
              cell: ({ hours }) => `${formatNumber(hours.before, 1)} → ${formatNumber(hours.after, 1)}`,
            },
            {
              id: "gains",
              title: "新增可用的数据",
              cell: ({ gains }) => <Gains gains={gains} nameOf={(id) => ledgerOf.get(id)?.name ?? id} view={view} />,
            },
            {
              id: "losses",
              title: "减少次数的数据",
              cell: ({ lessOften }) =>
                lessOften.length === 0 ? (
                  <span className="soft">无</span>
                ) : (
                  <details>
                    <summary>{lessOften.length} 项，随数据变动填报</summary>
                    <ul className={styles.words}>
                      {lessOften.map(({ form, label, from, to }) => (
                        <li key={`${form} ${label}`}>
                          {label}：{formatNumber(from, 1)} → {formatNumber(to, 1)} 次/年
                          <span className="soft small">（{formOf.get(form)?.name ?? form}）</span>
                        </li>
                      ))}
                    </ul>
                  </details>
                ),
            },
          ]}
        />
      )}
      <RoundPager view={view} page={page} unit="个" />
      <p className="soft small">
        每个部门原来要的数据，今后都有台账或数源提供；合并后的工时按各表原有工时的比例分摊。
        <Link href={proposalHref(proposal.id, { part: "basis", round: search.round })}>查看假设</Link>
      </p>
    </section>
  );
}

function Gains({
  gains,
  nameOf,
  view,
}: {
  gains: OfficeChange["gains"];
  nameOf: (ledger: string) => string;
  view: RoundView;
}) {
  if (gains.length === 0) return <span className="soft">无</span>;
  return (
    <details>
      <summary>{new Set(gains.map(({ name }) => name)).size} 项</summary>
      <ul className={styles.words}>
        {[...Map.groupBy(gains, ({ ledger }) => ledger)].map(([ledger, of]) => (
          <li key={ledger}>
            {of.map(({ name }) => name).join("、")}
            <span className="soft small">
              （
              <Link href={proposalHref(view.proposal.id, { part: "ledgers", round: view.search.round, open: ledger })}>
                {nameOf(ledger)}
              </Link>
              ）
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
