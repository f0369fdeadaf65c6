import { attributeText } from "#lib/asset/attribute-text.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { BOARD_LABEL, WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import { formatDay } from "#lib/format/date.ts";
import { formatHours } from "#lib/format/hours.ts";
import { named } from "#lib/format/named.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { Snapshot } from "#lib/review/snapshot.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { type PackRule, trustMark } from "#lib/risk/pack.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { PackLink } from "../../../../../_components/pack-link.tsx";
import { BandTag, Unknown } from "../../../../../_components/tags.tsx";
import styles from "./item.module.css";

type Assessment = NonNullable<Snapshot["assessment"]>;

/** What was known of the item when the session opened, as the panel judges it. */
export function SnapshotView({
  snapshot,
  applied,
  openedOn,
}: {
  snapshot: Snapshot | null;
  applied: readonly PackRule[];
  openedOn: string | null;
}) {
  if (snapshot === null) {
    return (
      <section className="panel" aria-label="评审依据">
        <h2>评审依据</h2>
        <p>评审会开始时，将固定条目此刻的情况和研判结果，作为评审依据列在这里。</p>
      </section>
    );
  }
  const { assessment } = snapshot;
  return (
    <div className={styles.main}>
      {assessment === null ? (
        <section className="panel" aria-label="研判">
          <h2>研判</h2>
          <p>评审会开始时，这个条目还没有研判过，没有处置建议。</p>
        </section>
      ) : (
        <>
          <Recommendation assessment={assessment} />
          <Hits assessment={assessment} applied={applied} />
          <Exempt assessment={assessment} />
          <Unknowns assessment={assessment} />
        </>
      )}
      <Known snapshot={snapshot} openedOn={openedOn} />
    </div>
  );
}

function Recommendation({ assessment }: { assessment: Assessment }) {
  const { recommendation, recommendationReason, score, burdenMid, asOf, packVersion, hits } = assessment;
  const redLines = hits.filter((hit) => hit.redLine).length;
  return (
    <section className="panel stack" aria-label="处置建议">
      <h2>处置建议</h2>
      <p>
        <strong className={styles.recommendation}>
          {recommendation === null ? "无法建议" : DECISION_LABEL[recommendation]}
        </strong>
        {recommendationReason}
      </p>
      <dl className={styles.facts}>
        <dt>风险等次</dt>
        <dd>
          <BandTag band={assessment.band} />
          {redLines > 0 ? ` 命中红线 ${redLines} 条，一条即列为红线，与得分无关` : null}
        </dd>
        <dt>风险分</dt>
        <dd>{formatNumber(score, 1)} 分（满分 100，分越高问题越重）</dd>
        <dt>年负担</dt>
        <dd>{burdenMid === null ? <Unknown>无法测算</Unknown> : `约 ${formatHours(burdenMid)}`}</dd>
        <dt>研判时点</dt>
        <dd>
          {formatDay(asOf)}，规则包 <PackLink version={packVersion} />
        </dd>
      </dl>
      <p className="soft small">建议由规则读出，决定由评审会作出；决定与建议不同时须写明理由。</p>
    </section>
  );
}

function Hits({ assessment, applied }: { assessment: Assessment; applied: readonly PackRule[] }) {
  return (
    <section className="panel" aria-label="命中的规则">
      <h2>命中的规则（{assessment.hits.length}）</h2>
      {assessment.hits.length === 0 ? <p>没有命中任何规则。</p> : null}
      <ul className={styles.hits}>
        {assessment.hits.map((hit) => (
          <li key={hit.ruleId}>
            <h3>
              {hit.redLine ? <span className={styles.redLine}>红线</span> : null}
              {hit.title}
            </h3>
            <ul className={styles.evidence}>
              {hit.evidence.map((one) => (
                <li key={`${one.label}${one.value}${one.quote ?? ""}`}>
                  {one.label}：{one.value}
                  {one.limit ? `（标准：${one.limit}）` : null}
                  {one.quote ? (
                    <blockquote className={styles.quote}>
                      {one.quote}
                      {one.source ? <span className="soft"> {one.source}</span> : null}
                    </blockquote>
                  ) : null}
                </li>
              ))}
            </ul>
            <Basis entry={applied.find((rule) => rule.ruleId === hit.ruleId)} />
            {RULES.get(hit.ruleId)?.remedy ? <p className="small">怎么改：{RULES.get(hit.ruleId)?.remedy}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Basis({ entry }: { entry: PackRule | undefined }) {
  return entry?.basis.map((basis) => (
    <p key={basis.title + basis.text} className={styles.basis}>
      依据：{basis.title}
      {basis.article}　{basis.text}
      {trustMark(basis.tag) ? <span className={styles.mark}>{trustMark(basis.tag)}</span> : null}
    </p>
  ));
}

/** Rules that an exemption set aside: they count neither as hit nor as clear. */
function Exempt({ assessment: { exempt = [] } }: { assessment: Assessment }) {
  if (exempt.length === 0) return null;
  return (
    <section className="panel" aria-label="已豁免的规则">
      <h2>已豁免的规则（{exempt.length}）</h2>
      <ul className={styles.evidence}>
        {exempt.map((one) => (
          <li key={one.ruleId}>
            {one.title}
            <span className="soft">
              （{one.approvedBy}批准，至{formatDay(one.until)}：{one.reason}）
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unknowns({ assessment }: { assessment: Assessment }) {
  if (assessment.unknowns.length === 0) return null;
  return (
    <section className="panel" aria-label="无法判断的规则">
      <h2>无法判断的规则（{assessment.unknowns.length}）</h2>
      <ul className={styles.evidence}>
        {assessment.unknowns.map((unknown) => (
          <li key={unknown.ruleId}>
            {unknown.title}
            <span className="soft">（尚缺：{named(unknown.missing)}）</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Known({ snapshot, openedOn }: { snapshot: Snapshot; openedOn: string | null }) {
  const { asset, unitName } = snapshot;
  const values = asset.attributes as Readonly<Record<string, unknown>>;
  const filled = Object.entries(FIELDS[asset.kind]).filter(([key]) => values[key] !== undefined);
  return (
    <section className="panel" aria-label="登记情况">
      <h2>登记情况</h2>
      <dl className={styles.facts}>
        <dt>名称</dt>
        <dd>{asset.name}</dd>
        <dt>主办单位</dt>
        <dd>{unitName ?? <Unknown />}</dd>
        <dt>条线</dt>
        <dd>{asset.workLine ? WORK_LINE_LABEL[asset.workLine] : <Unknown />}</dd>
        <dt>板块</dt>
        <dd>{asset.board ? BOARD_LABEL[asset.board] : <Unknown />}</dd>
        {filled.map(([key, field]) => (
          <Attribute key={key} label={field.label} text={attributeText(field, values[key])} />
        ))}
      </dl>
      <p className={`soft small ${styles.note}`}>
        以上为评审会{openedOn ? `${formatDay(openedOn)}` : ""}开始时固定的情况（第 {asset.version}{" "}
        版），之后的改动不影响评审依据。
      </p>
    </section>
  );
}

function Attribute({ label, text }: { label: string; text: string | undefined }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text ?? <Unknown />}</dd>
    </>
  );
}
