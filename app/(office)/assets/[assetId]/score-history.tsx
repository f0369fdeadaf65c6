import Link from "next/link";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { OUTCOME_LABEL, type OutcomeName } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import {
  type FindingMove,
  type JudgedRun,
  SCORE_CAUSE_LABEL,
  SCORE_CAUSES,
  type ScoreStep,
  scoreHistory,
} from "#lib/risk/score-history.ts";
import { BandTag, ExemptTag } from "../../../_components/tags.tsx";
import styles from "./page.module.css";

/** Points are kept to the hundredth; rounded further, the causes would not add up to the change that the reader sees. */
const EXACT = 2;

/** Every run's score and band, the latest first, and why it moved: the data, the rule pack, or an exemption. */
export function ScoreHistory({
  assetId,
  runs,
  total,
  shown,
}: {
  assetId: string;
  /** The earliest first. */
  runs: readonly JudgedRun[];
  /** How many runs judged the item in all. */
  total: number;
  /** The run that the page shows. */
  shown: string;
}) {
  const steps = scoreHistory(runs).reverse();
  return (
    <div className={styles.section}>
      <h3 id="scores">风险分的变化，研判过 {total} 次</h3>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${styles.runs}`}>
          <thead>
            <tr>
              <th scope="col">研判时点</th>
              <th scope="col">等次</th>
              <th scope="col" className="number">
                风险分
              </th>
              <th scope="col">为什么变</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ run, change }) => (
              <tr key={run.assessmentId} aria-current={run.assessmentId === shown ? "true" : undefined}>
                <th scope="row">
                  {run.assessmentId === shown ? (
                    formatDay(run.asOf)
                  ) : (
                    <Link href={`/assets/${assetId}?run=${run.assessmentId}#judgement`}>{formatDay(run.asOf)}</Link>
                  )}
                  <div className="soft small">{formatTime(run.judgedAt)}执行</div>
                </th>
                <td>
                  <BandTag band={run.band} /> <ExemptTag count={run.exempt} />
                </td>
                <td className="number">{formatNumber(run.score, EXACT)}</td>
                <td>
                  <Why change={change} isOldest={runs[0]?.assessmentId === run.assessmentId && runs.length < total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Why({ change, isOldest }: { change: ScoreStep["change"]; isOldest: boolean }) {
  if (change === null) return <span className="soft">{isOldest ? "更早的不在此列出" : "第一次研判"}</span>;
  if (change.moves.length === 0) return <span className="soft">没有变化</span>;
  return (
    <ul className={styles.why}>
      {SCORE_CAUSES.map((cause) => {
        const moves = change.moves.filter((move) => move.cause === cause);
        const [telling, quiet] = [moves.filter(isTelling), moves.filter((move) => !isTelling(move))];
        return moves.length === 0 ? null : (
          <li key={cause}>
            <strong>{SCORE_CAUSE_LABEL[cause]}</strong>
            {change.points[cause] === 0 ? "" : `（${signed(change.points[cause])} 分）`}
            {telling.length === 0 ? "" : `：${telling.map(moveText).join("；")}`}
            {quiet.length === 0 ? null : (
              <details className={styles.details}>
                <summary>{quiet.length} 条规则的结论或性质有变，不影响得分</summary>
                {quiet.map(moveText).join("；")}
              </details>
            )}
          </li>
        );
      })}
      {change.capped === 0 ? null : <li className="soft">满分 100 分封顶，抵消 {signed(change.capped)} 分</li>}
    </ul>
  );
}

/** What moved the score, touched a red line or an exemption; other moves are counted, and told on demand. */
function isTelling({ from, to, points }: FindingMove): boolean {
  return points !== 0 || [from, to].some((outcome) => outcome === "hit" || outcome === "exempt");
}

const signed = (points: number) => `${points > 0 ? "+" : "−"}${formatNumber(Math.abs(points), EXACT)}`;
const outcomeText = (outcome: OutcomeName | null) => (outcome === null ? "没有这条规则" : OUTCOME_LABEL[outcome]);

function moveText(move: FindingMove): string {
  const { ruleId, from, to, points, redLine } = move;
  const title = RULES.get(ruleId)?.title ?? ruleId;
  const how =
    from === to
      ? `仍${outcomeText(to)}${lineText(move)}`
      : `${redLine ? "（红线）" : ""}${outcomeText(from)}→${outcomeText(to)}`;
  return `${title}${how}${points === 0 ? "" : `，${signed(points)} 分`}`;
}

/** A red line adds no points: one that moved with its outcome unchanged became one, and one that moved without points was one. */
function lineText({ points, redLine }: FindingMove): string {
  if (redLine) return "，改为红线";
  return points === 0 ? "，不再是红线" : "";
}
