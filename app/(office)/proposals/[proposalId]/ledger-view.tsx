import Link from "next/link";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { Ledger } from "#lib/redundancy/proposal/ledger.ts";
import { roundIndex, sourceName, timesText } from "#lib/redundancy/proposal/round.ts";
import { officeName } from "#lib/redundancy/waste/input.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { FormLink } from "../form-link.tsx";
import styles from "../proposals.module.css";
import { proposalHref } from "../search-params.ts";
import { type Agenda, AgendaPanel } from "./agenda-panel.tsx";
import { DecisionControls } from "./decision-controls.tsx";
import type { RoundView } from "./round-view.ts";
import { StandingNote } from "./standing-note.tsx";

/** One ledger with its members, its united fields in the words of each member, and what it takes and saves. */
export function LedgerView({ view, ledger, agenda }: { view: RoundView; ledger: Ledger; agenda: Agenda | undefined }) {
  const { proposal, result, search, now, standing, shown, mayDecide } = view;
  const { formOf } = roundIndex(result);
  const ids = ledger.members.map(({ id }) => id);
  const isUnited = ledger.members.length > 1;
  const carried = result.cancelled.filter(({ destinations }) =>
    destinations.some(({ to }) => "ledger" in to && to.ledger === ledger.id),
  );
  const others = result.ledgers
    .filter(
      (other) =>
        other.id !== ledger.id &&
        other.respondent === ledger.respondent &&
        other.grain === ledger.grain &&
        other.grain !== "other" &&
        other.population === ledger.population,
    )
    .flatMap(({ members }) => members.map(({ id, name }) => ({ id, name })));
  return (
    <>
      <p className="no-print">
        <Link href={proposalHref(proposal.id, { part: isUnited ? "ledgers" : "forms", round: search.round })}>
          返回{isUnited ? "全部台账" : "全部表单"}
        </Link>
      </p>
      <section className="panel stack" aria-label={ledger.name}>
        <h2>{ledger.name}</h2>
        <dl className={styles.figures}>
          <div>
            <dt>填报主体</dt>
            <dd>{ledger.respondent ?? <Unknown>未写明</Unknown>}</dd>
          </div>
          <div>
            <dt>每行是</dt>
            <dd>
              {FORM_FIELDS.grain.options[ledger.grain]}
              {ledger.population === null ? "" : `（${ledger.population}）`}
            </dd>
          </div>
          <div>
            <dt>填报</dt>
            <dd>
              {timesText(ledger.timesPerYear)}
              <small>{formatNumber(ledger.units)} 个单位</small>
            </dd>
          </div>
          <div>
            <dt>工时（小时/年）</dt>
            <dd>
              {formatNumber(ledger.hours.before, 1)} → {formatNumber(ledger.hours.after, 1)}
              <small>
                报送 {formatNumber(ledger.minutes.setup / 60, 1)}，填格 {formatNumber(ledger.minutes.fill / 60, 1)}
                ，跳过空格 {formatNumber(ledger.minutes.blank / 60, 1)}
              </small>
            </dd>
          </div>
        </dl>
        <StandingNote standing={standing} forms={ids} />
        {mayDecide ? (
          <DecisionControls
            key={ledger.id}
            proposalId={proposal.id}
            round={shown.round}
            of={isUnited ? "ledger" : "alone"}
            members={ledger.members.map(({ id, name }) => ({ id, name }))}
            others={others}
          />
        ) : null}
      </section>
      <section className="stack" aria-label="成员表">
        <h2>成员表 {ledger.members.length} 张</h2>
        <DataTable
          caption="成员表"
          rows={ledger.members.map((form, at) => ({ form, hours: ledger.memberHours[at] ?? 0 }))}
          rowKey={({ form }) => form.id}
          columns={[
            { id: "name", title: "表单", cell: ({ form }) => <FormLink form={form} now={now.get(form.id)} /> },
            { id: "office", title: "主办单位", cell: ({ form }) => officeName(result, form.officeId) },
            {
              id: "times",
              title: "次数",
              isShort: true,
              cell: ({ form }) => (form.timesPerYear === null ? <Unknown /> : timesText(form.timesPerYear)),
            },
            { id: "fields", title: "字段", isNumber: true, cell: ({ form }) => formatNumber(form.fields.length) },
            { id: "hours", title: "现在工时（小时/年）", isNumber: true, cell: ({ hours }) => formatNumber(hours, 1) },
          ]}
        />
      </section>
      <section className="stack" aria-label="统一后的字段">
        <h2>统一后的字段 {ledger.columns.length} 个</h2>
        <DataTable
          caption="统一后的字段"
          rows={ledger.columns}
          rowKey={({ element }) => String(element)}
          columns={[
            {
              id: "name",
              title: "字段",
              cell: ({ name, element }) => <Link href={`/redundancy/elements/${element}`}>{name}</Link>,
            },
            {
              id: "source",
              title: "来源",
              cell: ({ source }) => (source === null ? "填报" : `${sourceName(source)}，不再填报`),
            },
            { id: "times", title: "次数", isShort: true, cell: ({ timesPerYear }) => timesText(timesPerYear) },
            { id: "rows", title: "行数", isNumber: true, cell: ({ rows }) => formatNumber(rows) },
            {
              id: "words",
              title: "各表原来的叫法",
              cell: ({ labels }) => (
                <ul className={styles.words}>
                  {labels.map(({ form, label }) => (
                    <li key={`${form} ${label}`}>
                      {label}
                      <span className="soft small">（{formOf.get(form)?.name ?? form}）</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </section>
      {carried.length === 0 ? null : (
        <section className="panel" aria-label="由本台账提供数据的取消表">
          <h2>取消的 {carried.length} 张表今后从这里取数</h2>
          <ul className={styles.plain}>
            {carried.map(({ form }) => (
              <li key={form.id}>
                <FormLink form={form} now={now.get(form.id)} />（{officeName(result, form.officeId)}）
              </li>
            ))}
          </ul>
        </section>
      )}
      {agenda === undefined || !isUnited ? null : (
        <AgendaPanel view={view} agenda={agenda} groups={[{ label: "成员表", assetIds: ids }]} />
      )}
    </>
  );
}
