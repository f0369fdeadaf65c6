import Link from "next/link";
import type { Judgement } from "#db/queries/asset-details.ts";
import type { Asset } from "#lib/asset/asset.ts";
import { formatDay } from "#lib/format/date.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { BAND_LABEL } from "#lib/risk/band.ts";
import { explainStored } from "#lib/risk/explain-stored.ts";
import { OUTCOME_LABEL, OUTCOMES, type OutcomeName } from "#lib/risk/outcome.ts";
import styles from "./page.module.css";

type Explained = ReturnType<typeof explainStored>[number];

/** What a run says of the item: hits first, then what could not be said, then the rest. */
export function JudgementPanel({ asset, judgement }: { asset: Asset; judgement: Judgement | null }) {
  if (judgement === null) {
    return (
      <section className="panel" aria-labelledby="judgement">
        <h2 id="judgement">研判</h2>
        <p className="soft">这一项还没有研判过。监督检查人员执行一次研判后，这里会列出每条规则的结论和依据。</p>
      </section>
    );
  }
  const all = explainStored(judgement, asset);
  const of = (outcome: OutcomeName) => all.filter((one) => one.outcome === outcome);
  const hits = of("hit");
  const unknowns = of("unknown");
  const rest = OUTCOMES.filter((outcome) => outcome !== "hit" && outcome !== "unknown");
  return (
    <section className="panel" aria-labelledby="judgement">
      <h2 id="judgement">研判</h2>
      {judgement.isLatest ? null : (
        <p>
          这是{formatDay(judgement.asOf)}的研判，之后又研判过。
          <Link href={`/assets/${asset.id}`}>看最近一次</Link>
        </p>
      )}
      <p>
        {BAND_LABEL[judgement.band]}，风险分 {formatScore(judgement.score)}（满分 100，越高越需处理）
        {judgement.scoreIfUnknownHit > judgement.score
          ? `；未知项若全部命中，最高 ${formatScore(judgement.scoreIfUnknownHit)}`
          : ""}
        。{judgement.redLines > 0 ? `触碰红线 ${judgement.redLines} 条，一条即列为红线，与得分无关。` : ""}
      </p>
      <p>
        处置建议：
        <strong>{judgement.recommendation === null ? "暂不能建议" : DECISION_LABEL[judgement.recommendation]}</strong>。
        {judgement.recommendationReason}
      </p>
      <p className="soft small">
        按{formatDay(judgement.asOf)}的情况，用规则包“{judgement.pack.title}”（{judgement.pack.version}）研判
        {judgement.state === asset.state ? "" : "；此后状态有变动"}。建议供评审参考，决定由评审会作出。
      </p>
      {hits.length === 0 ? null : (
        <div className={styles.section}>
          <h3>命中 {hits.length} 条</h3>
          <Findings findings={hits} />
        </div>
      )}
      {unknowns.length === 0 ? null : (
        <div className={styles.section}>
          <h3>信息不足，{unknowns.length} 条不能判断</h3>
          <ul className={styles.plain}>
            {unknowns.map((one) => (
              <li key={one.ruleId}>
                {one.title}：{one.why}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rest.map((outcome) =>
        of(outcome).length === 0 ? null : (
          <details key={outcome} className={`${styles.section} ${styles.details}`}>
            <summary>
              {OUTCOME_LABEL[outcome]} {of(outcome).length} 条
            </summary>
            <ul className={styles.plain}>
              {of(outcome).map((one) => (
                <li key={one.ruleId}>
                  {one.title}：{one.why === "" ? OUTCOME_LABEL[outcome] : one.why}
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}

const formatScore = (score: number) => score.toLocaleString("zh-CN", { maximumFractionDigits: 1 });

function Findings({ findings }: { findings: Explained[] }) {
  return (
    <ul className={styles.items}>
      {findings.map((one) => (
        <li key={one.ruleId} data-outcome={one.outcome}>
          <strong>{one.title}</strong>
          <p className="soft small">
            {one.problem}；{one.verdict}
          </p>
          <p>{one.why}</p>
          {one.evidence.length > 3 ? (
            <details className={styles.details}>
              <summary>全部证据 {one.evidence.length} 条</summary>
              <ul className={styles.plain}>
                {one.evidence.map((fact) => (
                  <li key={`${fact.label} ${fact.value} ${fact.quote ?? ""}`}>
                    {fact.label}：{fact.value}
                    {fact.limit === undefined ? "" : `，标准为${fact.limit}`}
                    {fact.quote === undefined ? "" : `，原文：“${fact.quote}”`}
                    {fact.source === undefined ? "" : `（${fact.source}）`}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          {one.toDo === null ? null : <p>怎么办：{one.toDo}</p>}
          {one.basis.map((basis) => (
            <p key={`${basis.title}${basis.article ?? ""}`} className="soft small">
              依据：{basis.title}
              {basis.article ?? ""}，{basis.text}
              {basis.mark === null ? "" : `（${basis.mark}）`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
