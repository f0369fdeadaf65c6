import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import type { CancelledForm } from "#lib/redundancy/proposal/proposal.ts";
import { roundIndex, sourceName, timesText } from "#lib/redundancy/proposal/round.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { FormLink } from "../form-link.tsx";
import styles from "../proposals.module.css";
import { proposalHref } from "../search-params.ts";
import { DecisionControls } from "./decision-controls.tsx";
import { RoundPager } from "./round-pager.tsx";
import { holds, pageOf, type RoundView } from "./round-view.ts";
import { SearchLine } from "./search-line.tsx";
import { StandingNote } from "./standing-note.tsx";

/** The forms that go, the dearest first, and where each of their fields is found from then on. */
export function CancelledPart({ view }: { view: RoundView }) {
  const { proposal, result, search, now, standing, shown, mayDecide } = view;
  const { ledgerOf } = roundIndex(result);
  const words = ({ form, destinations }: CancelledForm) => [
    form.name,
    officeName(result, form.officeId),
    ...destinations.map(({ label }) => label),
  ];
  const found = result.cancelled
    .filter((one) => holds(search.q, words(one)))
    .sort((one, other) => other.hours - one.hours || (one.form.id < other.form.id ? -1 : 1));
  const page = pageOf(found, search.page);
  return (
    <section className="stack" aria-label="取消的表">
      <SearchLine view={view} label="表单、字段或单位" />
      {found.length === 0 ? (
        <EmptyState title={search.q === undefined ? "没有可以取消的表" : "没有符合条件的表"}>
          <p>{search.q === undefined ? "每张表都有别处没有的数据，或者是法定、锁定的表。" : "换几个字再查找。"}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="取消的表"
          rows={page.rows}
          rowKey={({ form }) => form.id}
          columns={[
            {
              id: "form",
              title: "表单",
              cell: ({ form }) => (
                <>
                  <FormLink form={form} now={now.get(form.id)} />
                  <StandingNote standing={standing} forms={[form.id]} />
                </>
              ),
            },
            { id: "office", title: "主办单位", cell: ({ form }) => officeName(result, form.officeId) },
            { id: "hours", title: "节省（小时/年）", isNumber: true, cell: ({ hours }) => formatNumber(hours, 1) },
            {
              id: "fields",
              title: "每个字段今后从哪里取得",
              cell: ({ destinations }) => (
                <details>
                  <summary>{destinations.length} 个字段</summary>
                  <ul className={styles.words}>
                    {destinations.map(({ element, label, to, timesPerYear }) => (
                      <li key={`${element} ${label}`}>
                        {label}：
                        {"source" in to ? (
                          sourceName(to.source)
                        ) : (
                          <Link
                            href={proposalHref(proposal.id, { part: "ledgers", round: search.round, open: to.ledger })}
                          >
                            {ledgerOf.get(to.ledger)?.name ?? to.ledger}
                          </Link>
                        )}
                        <span className="soft small">
                          （
                          {"source" in to
                            ? timesText(timesPerYear)
                            : `${ledgerOf.get(to.ledger)?.columns.find((column) => column.element === element)?.name ?? label}，${timesText(timesPerYear)}`}
                          ）
                        </span>
                      </li>
                    ))}
                  </ul>
                </details>
              ),
            },
            ...(mayDecide
              ? [
                  {
                    id: "decide",
                    title: "意见",
                    cell: ({ form }: CancelledForm) => (
                      <DecisionControls
                        proposalId={proposal.id}
                        round={shown.round}
                        of="cancelled"
                        members={[{ id: form.id, name: form.name }]}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <RoundPager view={view} page={page} unit="张" />
    </section>
  );
}
