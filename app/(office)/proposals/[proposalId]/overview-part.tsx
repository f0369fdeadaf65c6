import Link from "next/link";
import { isoDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formCounts } from "#lib/redundancy/proposal/form-counts.ts";
import { gapText, type Optimality } from "#lib/redundancy/proposal/optimality.ts";
import { SAVED_CAUSE_LABEL, SAVED_CAUSES } from "#lib/redundancy/proposal/saved-parts.ts";
import { FigureTable } from "../../../_components/figure-table.tsx";
import { RatioText } from "../../../_components/ratio-text.tsx";
import styles from "../proposals.module.css";
import { type ProposalSearch, proposalHref } from "../search-params.ts";
import { type Agenda, AgendaPanel } from "./agenda-panel.tsx";
import type { RoundView } from "./round-view.ts";

const METHOD = "整合前工时减整合后工时，除以整合前工时；不含不能测算的表";

/** The head figures, each leading to the rows it was counted from. */
export function OverviewPart({ view, scope, agenda }: { view: RoundView; scope: string; agenda: Agenda | undefined }) {
  const { proposal, result, shown, search } = view;
  const counts = formCounts(result);
  const { hours, conflicts } = result;
  const link = (text: string, to: Partial<ProposalSearch>) => (
    <Link href={proposalHref(proposal.id, { round: search.round, ...to })}>{text}</Link>
  );
  const united = result.ledgers.filter(({ members }) => members.length > 1);
  const cancelledIds = result.cancelled.map(({ form }) => form.id);
  const mergedIds = united.flatMap(({ members }) => members.map(({ id }) => id));
  return (
    <>
      {conflicts.length === 0 ? null : (
        <section className={styles.notice} aria-label="需要先确认的冲突">
          <h2>{conflicts.length} 处冲突需要先确认</h2>
          <ul>
            {conflicts.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel stack" aria-label="总体情况">
        <h2>总体情况</h2>
        <dl className={styles.figures}>
          <div>
            <dt>表单（整合前 → 整合后）</dt>
            <dd>
              {link(`${formatNumber(counts.before)} → ${formatNumber(counts.after)}`, { part: "forms" })}
              <small>
                整合后 = 台账 {counts.ledgers} + 单独保留 {counts.alone} + 不动 {counts.locked} + 不能测算{" "}
                {counts.unmeasured}
              </small>
            </dd>
          </div>
          <div>
            <dt>工时（小时/年）</dt>
            <dd>
              {formatNumber(hours.before, 1)} → {formatNumber(hours.after, 1)}
              <small>不含 {link(`${counts.unmeasured} 张`, { part: "forms", place: "unmeasured" })}不能测算的表</small>
            </dd>
          </div>
          <div>
            <dt>节省</dt>
            <dd>
              {formatNumber(hours.before - hours.after, 1)} 小时/年
              <small>
                <RatioText
                  ratio={{
                    numerator: hours.before - hours.after,
                    denominator: hours.before,
                    asOf: isoDay(shown.madeAt),
                    scope: `${proposal.regionName ?? proposal.regionCode}，${scope}`,
                    method: METHOD,
                  }}
                />
              </small>
            </dd>
          </div>
          <div>
            <dt>下限</dt>
            <dd>
              {formatNumber(hours.lowerBound, 1)} 小时/年
              <small>同样的假设下，任何方案都不会低于这个数</small>
            </dd>
          </div>
        </dl>
        <ul className={styles.plain}>
          <li>
            拟取消 {link(`${formatNumber(counts.cancelled)} 张`, { part: "cancelled" })}：{provenText(result.cover)}
          </li>
          <li>
            把 {link(`${formatNumber(counts.merged)} 张`, { part: "forms", place: "merged" })}合并为{" "}
            {link(`${formatNumber(counts.ledgers)} 本台账`, { part: "ledgers" })}：{provenText(result.division)}
          </li>
          <li>单独保留 {link(`${formatNumber(counts.alone)} 张`, { part: "forms", place: "alone" })}</li>
          <li>法定或锁定、保持不动 {link(`${formatNumber(counts.locked)} 张`, { part: "forms", place: "locked" })}</li>
          <li>
            缺少数据、不能测算 {link(`${formatNumber(counts.unmeasured)} 张`, { part: "forms", place: "unmeasured" })}
          </li>
        </ul>
      </section>
      <section className="panel" aria-label="节省从哪里来">
        <h2>节省从哪里来</h2>
        <FigureTable
          caption="节省从哪里来"
          corner="原因"
          columns={[{ id: "hours", title: "小时/年" }]}
          rows={[
            ...SAVED_CAUSES.map((cause) => ({
              id: cause,
              title:
                cause === "cancelled"
                  ? link(SAVED_CAUSE_LABEL.cancelled, { part: "cancelled" })
                  : SAVED_CAUSE_LABEL[cause],
              cells: { hours: formatNumber(hours.saved[cause], 1) },
            })),
            {
              id: "total",
              title: "合计",
              isTotal: true,
              cells: { hours: formatNumber(hours.before - hours.after, 1) },
            },
          ]}
        />
        <p className="soft small">
          每一分钟只算在一个原因下。用时是按假设推算的，不是实测：{link("查看假设与参数", { part: "basis" })}。
        </p>
      </section>
      {agenda === undefined ? null : (
        <AgendaPanel
          view={view}
          agenda={agenda}
          groups={[
            { label: "拟取消和拟合并的表", assetIds: [...cancelledIds, ...mergedIds] },
            { label: "拟取消的表", assetIds: cancelledIds },
            { label: "拟合并的表", assetIds: mergedIds },
          ]}
        />
      )}
    </>
  );
}

function provenText(answer: Optimality): string {
  return answer.proven ? "在所列假设下已证明没有更省的办法" : gapText(answer);
}
