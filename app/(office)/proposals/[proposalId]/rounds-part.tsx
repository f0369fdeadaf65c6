import Link from "next/link";
import type { DecisionRow } from "#db/queries/proposals.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { compareRounds, PLACE_LABEL, type Place } from "#lib/redundancy/proposal/compare-rounds.ts";
import { roundIndex, type StoredRound } from "#lib/redundancy/proposal/round.ts";
import { PROPOSAL_DECISION_LABEL } from "#lib/redundancy/vocabulary.ts";
import { DataTable } from "../../../_components/data-table.tsx";
import { FormLink } from "../form-link.tsx";
import styles from "../proposals.module.css";
import { proposalHref } from "../search-params.ts";
import type { RoundView } from "./round-view.ts";
import { WithdrawDecision } from "./withdraw-decision.tsx";

/** What was decided, the rounds before and after, and what moved since the round before this one. */
export function RoundsPart({ view, earlier }: { view: RoundView; earlier: StoredRound | undefined }) {
  const { proposal, rounds, shown, result, decisions, now, mayPropose } = view;
  const { formOf } = roundIndex(result);
  const nameOf = (id: string) => formOf.get(id)?.name ?? now.get(id)?.name ?? "已不在本轮的表";
  // What one person recorded at one time is one entry: an edited ledger is several decisions.
  const entries = [...Map.groupBy(decisions, (one) => `${one.decidedAt.getTime()} ${one.decidedBy} ${one.note}`)];
  return (
    <>
      <section className="stack" aria-label="各轮结果">
        <h2>各轮结果</h2>
        <DataTable
          caption="各轮结果"
          rows={rounds}
          rowKey={({ round }) => String(round)}
          columns={[
            {
              id: "round",
              title: "轮次",
              cell: ({ round }) => (
                <Link href={proposalHref(proposal.id, { part: "rounds", round })}>
                  第 {round} 轮{round === shown.round ? "（正在看）" : ""}
                </Link>
              ),
            },
            {
              id: "forms",
              title: "表单（前 → 后）",
              isNumber: true,
              cell: (row) => (
                <Link href={proposalHref(proposal.id, { part: "forms", round: row.round })}>
                  {formatNumber(row.formsBefore)} → {formatNumber(row.formsAfter)}
                </Link>
              ),
            },
            {
              id: "hours",
              title: "工时（小时/年）",
              isNumber: true,
              cell: (row) => `${formatNumber(row.hoursBefore, 1)} → ${formatNumber(row.hoursAfter, 1)}`,
            },
            { id: "bound", title: "下限", isNumber: true, cell: (row) => formatNumber(row.hoursLowerBound, 1) },
            { id: "made", title: "测算", cell: (row) => `${row.madeByName}，${formatTime(row.madeAt)}` },
          ]}
        />
      </section>
      {earlier === undefined ? null : <Moved view={view} earlier={earlier} />}
      <section className="panel stack" aria-label="已记的意见">
        <h2>已记的意见</h2>
        {entries.length === 0 ? (
          <p className="soft">还没有意见。在“台账”和“取消的表”中记下各单位同意、不同意或要修改的地方，下一轮照办。</p>
        ) : (
          <ul className={styles.list}>
            {entries.map(([key, of]) => (
              <Entry
                key={key}
                of={of}
                nameOf={nameOf}
                view={view}
                mayWithdraw={mayPropose && proposal.state === "open"}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Entry({
  of,
  nameOf,
  view,
  mayWithdraw,
}: {
  of: readonly DecisionRow[];
  nameOf: (id: string) => string;
  view: RoundView;
  mayWithdraw: boolean;
}) {
  const [first] = of;
  if (first === undefined) return null;
  const standing = of.filter(({ withdrawnAt }) => withdrawnAt === null);
  const gone = of.find(({ withdrawnAt }) => withdrawnAt !== null);
  return (
    <li>
      {of.map((one) => (
        <p key={one.id}>
          <strong>
            {PROPOSAL_DECISION_LABEL[one.kind]}
            {one.closed ? "，不再加入其他表" : ""}
          </strong>
          ：{one.assetIds.map(nameOf).join("、")}
        </p>
      ))}
      <p className="soft small">
        {first.note ?? "未写说明"}；第 {first.round} 轮，{first.decidedByName}，{formatTime(first.decidedAt)}
        {gone === undefined ? "" : `；${gone.withdrawnByName}于${formatTime(gone.withdrawnAt)}撤回`}
      </p>
      {mayWithdraw && standing.length > 0 ? (
        <WithdrawDecision proposalId={view.proposal.id} decisionIds={standing.map(({ id }) => id)} />
      ) : null}
    </li>
  );
}

function Moved({ view, earlier }: { view: RoundView; earlier: StoredRound }) {
  const { result, shown, now } = view;
  const { moved, hours } = compareRounds(earlier, result);
  const [before, after] = [roundIndex(earlier), roundIndex(result)];
  const signed = (value: number) => `${value > 0 ? "+" : ""}${formatNumber(value, 1)}`;
  return (
    <section className="stack" aria-label="与上一轮相比">
      <h2>与第 {shown.round - 1} 轮相比</h2>
      <p>
        整合前工时 {signed(hours.before)}，整合后 {signed(hours.after)}，下限 {signed(hours.lowerBound)} 小时/年；
        {moved.length === 0 ? "没有表换了去处。" : `${moved.length} 张表换了去处：`}
      </p>
      {moved.length === 0 ? null : (
        <DataTable
          caption="换了去处的表"
          rows={moved}
          rowKey={({ form }) => form.id}
          columns={[
            { id: "form", title: "表单", cell: ({ form }) => <FormLink form={form} now={now.get(form.id)} /> },
            { id: "before", title: `第 ${shown.round - 1} 轮`, cell: (row) => placeText(row.before, before) },
            { id: "after", title: `第 ${shown.round} 轮`, cell: (row) => placeText(row.after, after) },
          ]}
        />
      )}
    </section>
  );
}

function placeText(place: Place | null, { ledgerOf }: ReturnType<typeof roundIndex>): string {
  if (place === null) return "不在这一轮";
  return place.is === "merged" ? (ledgerOf.get(place.ledger)?.name ?? "并入台账") : PLACE_LABEL[place.is];
}
