import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import type { Ledger } from "#lib/redundancy/proposal/ledger.ts";
import { timesText } from "#lib/redundancy/proposal/round.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { proposalHref } from "../search-params.ts";
import type { Agenda } from "./agenda-panel.tsx";
import { LedgerView } from "./ledger-view.tsx";
import { RoundPager } from "./round-pager.tsx";
import { holds, pageOf, type RoundView } from "./round-view.ts";
import { SearchLine } from "./search-line.tsx";
import { StandingNote } from "./standing-note.tsx";

/** The ledgers of several forms, what saves most first; one of them open with all it is made of. */
export function LedgersPart({ view, agenda }: { view: RoundView; agenda: Agenda | undefined }) {
  const { proposal, result, search, standing } = view;
  const opened = result.ledgers.find(({ id }) => id === search.open);
  if (opened !== undefined) return <LedgerView view={view} ledger={opened} agenda={agenda} />;
  const united = result.ledgers
    .filter(({ members }) => members.length > 1)
    .filter((ledger) => holds(search.q, wordsOf(ledger, view)))
    .sort((one, other) => saved(other) - saved(one) || (one.id < other.id ? -1 : 1));
  const page = pageOf(united, search.page);
  return (
    <section className="stack" aria-label="台账">
      <SearchLine view={view} label="台账、表单、字段或单位" />
      {united.length === 0 ? (
        <EmptyState title={search.q === undefined ? "没有可以合并的表" : "没有符合条件的台账"}>
          <p>
            {search.q === undefined
              ? "填报主体、粒度或人群不同，或合并后并不省时，都不合并；见“假设与参数”。"
              : "换几个字再查找。"}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="台账"
          rows={page.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              title: "台账",
              cell: (ledger) => (
                <>
                  <Link href={proposalHref(proposal.id, { part: "ledgers", round: search.round, open: ledger.id })}>
                    {ledger.name}
                  </Link>
                  <div className="soft small">
                    {ledger.members
                      .map(({ name }) => name)
                      .slice(0, 6)
                      .join("、")}
                    {ledger.members.length > 6 ? ` 等 ${ledger.members.length} 张` : ""}
                  </div>
                  <StandingNote standing={standing} forms={ledger.members.map(({ id }) => id)} />
                </>
              ),
            },
            { id: "members", title: "成员表", isNumber: true, cell: ({ members }) => formatNumber(members.length) },
            { id: "columns", title: "字段", isNumber: true, cell: ({ columns }) => formatNumber(columns.length) },
            {
              id: "given",
              title: "其中不再填报",
              isNumber: true,
              cell: ({ columns }) => formatNumber(columns.filter(({ source }) => source !== null).length),
            },
            { id: "times", title: "次数", isShort: true, cell: ({ timesPerYear }) => timesText(timesPerYear) },
            {
              id: "hours",
              title: "工时（小时/年）",
              isNumber: true,
              cell: ({ hours }) => `${formatNumber(hours.before, 1)} → ${formatNumber(hours.after, 1)}`,
            },
            { id: "saved", title: "节省", isNumber: true, cell: (ledger) => formatNumber(saved(ledger), 1) },
          ]}
        />
      )}
      <RoundPager view={view} page={page} unit="本" />
    </section>
  );
}

const saved = ({ hours }: Ledger) => hours.before - hours.after;

function wordsOf(ledger: Ledger, { result }: RoundView): string[] {
  return [
    ledger.name,
    ...ledger.members.flatMap(({ name, officeId }) => [name, officeName(result, officeId)]),
    ...ledger.columns.flatMap(({ name, labels }) => [name, ...labels.map(({ label }) => label)]),
  ];
}
