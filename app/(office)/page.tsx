import { sum } from "d3-array";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import {
  countBandsByKind,
  countDecisionsByKind,
  countExemptByRule,
  countExemptItems,
  countHitsByRule,
  countPendingBySession,
  countStatesByKind,
  sumCostsByKind,
  sumHoursByLineAndState,
} from "#db/queries/dashboard.ts";
import { defaultStartDay, movementsByKind } from "#db/queries/movements.ts";
import { getRegionName } from "#db/queries/regions.ts";
import { can } from "#lib/actor.ts";
import { ASSET_STATE_LABEL, ASSET_STATES, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { formatDay, isoDay } from "#lib/format/date.ts";
import { formatHours, formatHoursRange } from "#lib/format/hours.ts";
import { formatNumber } from "#lib/format/number.ts";
import { change, totalMovement } from "#lib/outcome/change.ts";
import { DECISION_LABEL, DECISIONS } from "#lib/review/vocabulary.ts";
import { BAND_LABEL, BANDS } from "#lib/risk/band.ts";
import { EmptyState } from "../_components/empty-state.tsx";
import { rowsHref } from "../_components/figure-link.tsx";
import { PageHeader } from "../_components/page-header.tsx";
import { RatioText } from "../_components/ratio-text.tsx";
import { read, requestTime } from "../_server/read.ts";
import { BandsChart } from "./_dashboard/bands-chart.tsx";
import { CostsPanel } from "./_dashboard/costs-panel.tsx";
import styles from "./_dashboard/dashboard.module.css";
import { DecisionsChart } from "./_dashboard/decisions-chart.tsx";
import { FirstSteps } from "./_dashboard/first-steps.tsx";
import { HoursPanel } from "./_dashboard/hours-panel.tsx";
import { KeyFigure } from "./_dashboard/key-figure.tsx";
import { KindTable } from "./_dashboard/kind-table.tsx";
import { RulesPanel } from "./_dashboard/rules-panel.tsx";
import { StatesChart } from "./_dashboard/states-chart.tsx";
import { homeOf } from "./navigation.ts";

export const metadata: Metadata = { title: "总览" };

const RUNNING = { states: RUNNING_STATES };
const URGENT = ["red", "high"] as const;
const BAND_PARTS = [...BANDS, "unassessed" as const].map((key) => ({
  key,
  label: key === "unassessed" ? "未研判" : BAND_LABEL[key],
}));

export default async function DashboardPage() {
  const today = isoDay(requestTime());
  const board = await read(async (tx, actor) => {
    if (!can(actor, "view_items")) return { actor, isHidden: true as const };
    const day = (await defaultStartDay(tx)) ?? today;
    return {
      actor,
      isHidden: false as const,
      day,
      scope: actor.role === "department" ? "本单位" : await getRegionName(tx, actor.scope),
      states: await countStatesByKind(tx),
      bands: await countBandsByKind(tx),
      hours: await sumHoursByLineAndState(tx),
      costs: await sumCostsByKind(tx),
      hits: await countHitsByRule(tx),
      exempt: await countExemptByRule(tx),
      exemptItems: await countExemptItems(tx),
      decisions: await countDecisionsByKind(tx),
      pending: await countPendingBySession(tx),
      movements: await movementsByKind(tx, day),
    };
  });
  if (board.isHidden) redirect(homeOf(board.actor));
  const { actor, day, scope, states, bands, hours, costs, hits, exempt, exemptItems, decisions, pending, movements } =
    board;
  const total = sum(states, (row) => row.items);
  const header = (
    <PageHeader
      title="总览"
      note={`${scope}，截至${formatDay(today)}。点任何一个数字，可以看到它是由哪些条目数出来的。`}
    />
  );
  if (total === 0) {
    return (
      <>
        {header}
        {can(actor, "import") ? (
          <FirstSteps
            steps={[
              {
                title: "导入已有的台账",
                href: "/imports",
                text: "部门手里的 Excel 或 CSV 直接导入，先预检再提交，可以整批撤销。",
              },
              {
                title: "登记条目",
                href: "/assets/new?kind=app",
                text: "没有台账的，逐条登记；不知道的项目留空，会记作“未知”。",
              },
              ...(can(actor, "assess")
                ? [
                    {
                      title: "研判并开评审会",
                      href: "/assessments",
                      text: "按规则逐条研判，列出依据，再开会逐条作出决定。",
                    },
                  ]
                : []),
            ]}
          />
        ) : (
          <EmptyState title="台账还是空的">
            <p>监督检查人员导入或登记条目后，这里会显示汇总。</p>
          </EmptyState>
        )}
      </>
    );
  }
  const running = sum(bands, (row) => row.items);
  const inBand = (...wanted: readonly string[]) =>
    sum(
      bands.filter((row) => wanted.includes(row.band)),
      (row) => row.items,
    );
  const hoursKnown = sum(hours, (row) => row.known.items);
  const hoursUnknown = sum(hours, (row) => row.unknown.items);
  const waiting = sum(pending, (row) => row.items);
  const overall = change(totalMovement(movements), { asOf: today, scope });

  return (
    <>
      {header}
      <dl className={styles.keys}>
        <KeyFigure
          title="在运行的条目"
          value={formatNumber(running)}
          href={rowsHref(RUNNING)}
          note={
            total === running ? undefined : (
              <>
                台账共 <Link href={rowsHref({})}>{formatNumber(total)}</Link> 条
              </>
            )
          }
        />
        <KeyFigure
          title="红线和高风险"
          value={formatNumber(inBand(...URGENT))}
          href={rowsHref({ ...RUNNING, bands: URGENT })}
          note={
            <>
              信息不足{" "}
              <Link href={rowsHref({ ...RUNNING, bands: ["unknown"] })}>{formatNumber(inBand("unknown"))}</Link>
              ，未研判{" "}
              <Link href={rowsHref({ ...RUNNING, bands: ["unassessed"] })}>{formatNumber(inBand("unassessed"))}</Link>
              ，有豁免 <Link href={rowsHref(exemptItems.filter)}>{formatNumber(exemptItems.items)}</Link>
            </>
          }
        />
        <KeyFigure
          title="年负担"
          value={hoursKnown === 0 ? "无法测算" : formatHours(sum(hours, (row) => row.mid))}
          href={rowsHref({ ...RUNNING, burden: "known" })}
          note={
            <>
              {hoursKnown === 0
                ? null
                : `${formatHoursRange(
                    sum(hours, (row) => row.low),
                    sum(hours, (row) => row.high),
                  )}，已测算 ${formatNumber(hoursKnown)} 条；`}
              无法测算 <Link href={rowsHref({ ...RUNNING, burden: "unknown" })}>{formatNumber(hoursUnknown)}</Link> 条
            </>
          }
        />
        <KeyFigure
          title="评审待定"
          value={formatNumber(waiting)}
          href={pending.length === 1 ? `/reviews/${pending[0]?.sessionId}?show=pending` : "/reviews"}
          note={
            pending.length === 0
              ? "没有未结束的评审会"
              : pending.length === 1
                ? pending[0]?.title
                : `${pending.length} 次评审会`
          }
        />
      </dl>
      <div className={styles.grid}>
        <section className="panel" aria-label="风险等次">
          <h2>风险等次</h2>
          <BandsChart rows={bands.map(({ kind, band, items }) => ({ kind, band, items }))} />
          <KindTable
            caption="在运行条目的风险等次"
            parts={BAND_PARTS}
            figures={bands.map((row) => ({ ...row, part: row.band }))}
            total={{ ofAll: RUNNING, ofPart: (band) => ({ ...RUNNING, bands: [band] }) }}
          />
        </section>
        <section className="panel" aria-label="种类与状态">
          <h2>种类与状态</h2>
          <StatesChart rows={states.map(({ kind, state, items }) => ({ kind, state, items }))} />
          <KindTable
            caption="全部条目的状态"
            parts={ASSET_STATES.map((key) => ({ key, label: ASSET_STATE_LABEL[key] }))}
            figures={states.map((row) => ({ ...row, part: row.state }))}
            total={{ ofAll: {}, ofPart: (state) => ({ states: [state] }) }}
          />
        </section>
        <HoursPanel rows={hours} />
        <div className={styles.column}>
          <section className="panel" aria-label="评审决定">
            <h2>评审决定</h2>
            {decisions.length === 0 ? (
              <p className="soft">
                还没有作出决定。<Link href="/reviews">评审会</Link>上逐条决定后，在这里汇总。
              </p>
            ) : (
              <>
                <DecisionsChart rows={decisions.map(({ kind, decision, items }) => ({ kind, decision, items }))} />
                <KindTable
                  caption="有效的评审决定"
                  parts={DECISIONS.map((key) => ({ key, label: DECISION_LABEL[key] }))}
                  figures={decisions.map((row) => ({ ...row, part: row.decision }))}
                  total={{ ofAll: { decisions: DECISIONS }, ofPart: (decision) => ({ decisions: [decision] }) }}
                />
              </>
            )}
          </section>
          <section className="panel stack" aria-label="前后对比">
            <h2>前后对比</h2>
            <div>
              <p>净减（起点{formatDay(day)}）</p>
              <RatioText ratio={overall.net} />
            </div>
            <div>
              <p>预计净减（决定已作出、尚未核验）</p>
              <RatioText ratio={overall.expectedNet} />
            </div>
            <p>
              <Link href="/outcome">分种类、分条线的成效</Link>
            </p>
          </section>
          <CostsPanel costs={costs} />
        </div>
        <RulesPanel hits={hits} exempt={exempt} />
      </div>
    </>
  );
}
