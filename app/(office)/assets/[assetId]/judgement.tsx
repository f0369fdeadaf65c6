import Link from "next/link";
import type { Judgement } from "#db/queries/asset-details.ts";
import type { ChangesSince, QuotedPlace } from "#db/queries/item-story.ts";
import type { Asset } from "#lib/asset/asset.ts";
import { isRunning } from "#lib/asset/vocabulary.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { named } from "#lib/format/named.ts";
import { formatNumber } from "#lib/format/number.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { explainStored } from "#lib/risk/explain-stored.ts";
import { OUTCOME_LABEL, type Outcome, type OutcomeName } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import type { JudgedRun } from "#lib/risk/score-history.ts";
import { storedOutcome } from "#lib/risk/stored-outcome.ts";
import { openingSentence } from "#lib/risk/story.ts";
import { type Explained, FindingList } from "./finding-list.tsx";
import styles from "./page.module.css";
import { RerunNotice } from "./rerun-notice.tsx";
import type { ExemptionView } from "./rule-exemptions.tsx";
import { ScoreHistory } from "./score-history.tsx";
import { UnknownList } from "./unknown-list.tsx";

type Story = {
  asset: Asset;
  judgement: Judgement | null;
  /** What a new run would see; null where nothing changed. */
  changes: ChangesSince | null;
  /** What of the changes, in words. */
  changedWhat: string;
  rerun: { regionCode: string; regionName: string; asOf: string } | undefined;
  places: readonly QuotedPlace[];
  history: { runs: readonly JudgedRun[]; total: number };
  doubts: readonly string[];
  exemptions: ExemptionView;
  mayEdit: boolean;
  focus: string | undefined;
};

const FOLDED = ["clear", "not_applicable"] as const satisfies readonly OutcomeName[];

/** What a run says of the item, told from the sentence that sums it up down to what is not known and what does not apply. */
export function JudgementPanel({ asset, judgement, ...story }: Story) {
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
  const outcomes = judgement.findings.map((one) => ({ ...one, told: storedOutcome(one.outcome, one.detail) }));
  const [hits, exempt] = [of("hit"), of("exempt")];
  const unknowns = outcomes.filter(({ outcome }) => outcome === "unknown");
  const since = [changesText(story), expiredText(outcomes, story.exemptions.today)].filter(
    (part) => part !== undefined,
  );
  // What no longer runs is not judged anew.
  const view = judgement.isLatest ? story.exemptions : undefined;
  return (
    <section className={`panel ${styles.dossier}`} aria-labelledby="judgement">
      <h2 id="judgement">研判</h2>
      <div className={styles.opening}>
        {judgement.isLatest ? null : (
          <p>
            这是{formatDay(judgement.asOf)}的研判，之后又研判过。
            <Link href={`/assets/${asset.id}`}>看最近一次</Link>
          </p>
        )}
        <p className={styles.lead}>
          {openingSentence({
            kind: asset.kind,
            band: judgement.band,
            score: judgement.score,
            findings: outcomes.map(({ ruleId, outcome, redLine, points, told }) => ({
              title: RULES.get(ruleId)?.title ?? ruleId,
              outcome,
              redLine,
              points,
              ...(told.is === "exempt" ? { until: told.until } : {}),
            })),
          })}
        </p>
        {since.length === 0 || !judgement.isLatest || !isRunning(asset.state) ? null : (
          <RerunNotice words={`研判之后${since.join("，")}，重新研判后生效。`} run={story.rerun} />
        )}
        <p>
          处置建议：
          <strong>{judgement.recommendation === null ? "暂不能建议" : DECISION_LABEL[judgement.recommendation]}</strong>
          。{judgement.recommendationReason}。
        </p>
        <p className="soft small">
          风险分 {formatNumber(judgement.score, 1)}（满分 100，越高越需处理）
          {judgement.scoreIfUnknownHit > judgement.score
            ? `，未知项若全部命中最高 ${formatNumber(judgement.scoreIfUnknownHit, 1)}`
            : ""}
          。{judgement.redLines > 0 ? "红线一条即列为红线，与得分无关。" : ""}按{formatDay(judgement.asOf)}
          的情况，用规则包“{judgement.pack.title}”（{judgement.pack.version}）研判
          {judgement.state === asset.state ? "" : "；此后状态有变动"}。建议供评审参考，决定由评审会作出。
        </p>
      </div>
      {hits.length === 0 ? null : (
        <div className={styles.section}>
          <h3>发现的问题，命中 {hits.length} 条</h3>
          <FindingList findings={hits} places={story.places} view={view} focus={story.focus} />
        </div>
      )}
      {story.doubts.length === 0 ? null : (
        <div className={`${styles.section} ${styles.doubts}`}>
          <h3>申报内容有矛盾，{story.doubts.length} 处</h3>
          <ul>
            {story.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </div>
      )}
      {exempt.length === 0 ? null : (
        <div className={styles.section}>
          <h3>已豁免 {exempt.length} 条，不算未命中</h3>
          <FindingList findings={exempt} places={story.places} view={view} focus={story.focus} />
        </div>
      )}
      {unknowns.length === 0 ? null : (
        <div className={styles.section}>
          <h3>信息不足，{unknowns.length} 条不能判断</h3>
          <UnknownList
            asset={asset}
            unknowns={unknowns.map(({ ruleId, told }) => ({ ruleId, outcome: told }))}
            mayEdit={story.mayEdit}
            focus={story.focus}
          />
          <details
            className={`${styles.details} no-print`}
            open={unknowns.some(({ ruleId }) => ruleId === story.focus) || undefined}
          >
            <summary>按规则看</summary>
            <FindingList findings={of("unknown")} places={story.places} view={view} focus={story.focus} />
          </details>
        </div>
      )}
      {FOLDED.map((outcome) => (
        <Folded key={outcome} outcome={outcome} findings={of(outcome)} focus={story.focus} />
      ))}
      <ScoreHistory assetId={asset.id} {...story.history} shown={judgement.assessmentId} />
    </section>
  );
}

/** What changed since the run, by whom and when; undefined where nothing did. */
function changesText({ changes, changedWhat }: Pick<Story, "changes" | "changedWhat">): string | undefined {
  if (changes === null) return undefined;
  const { latest, count } = changes;
  const times = count > 1 ? `，共 ${count} 次` : "";
  return `资料有变动（${formatTime(latest.at)}，${latest.actorName}，${changedWhat}${times}）`;
}

/** Which exemptions that the run still counted have ended since; undefined where none has. */
function expiredText(outcomes: readonly { ruleId: string; told: Outcome }[], today: string): string | undefined {
  const expired = outcomes.filter(({ told }) => told.is === "exempt" && told.until < today);
  if (expired.length === 0) return undefined;
  return `${named(expired.map(({ ruleId }) => RULES.get(ruleId)?.title ?? ruleId))}的豁免已到期`;
}

function Folded({
  outcome,
  findings,
  focus,
}: {
  outcome: OutcomeName;
  findings: readonly Explained[];
  focus: string | undefined;
}) {
  if (findings.length === 0) return null;
  return (
    <details
      className={`${styles.section} ${styles.details}`}
      open={findings.some(({ ruleId }) => ruleId === focus) || undefined}
    >
      <summary>
        {OUTCOME_LABEL[outcome]} {findings.length} 条
      </summary>
      <ul className={styles.plain}>
        {findings.map((one) => (
          <li key={one.ruleId} id={`rule-${one.ruleId}`} data-focus={one.ruleId === focus ? "" : undefined}>
            {one.title}：{one.why === "" ? OUTCOME_LABEL[outcome] : one.why}
          </li>
        ))}
      </ul>
    </details>
  );
}
