import type { Asset } from "#lib/asset/asset.ts";
import { ESTIMATE_SOURCE_LABEL } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import type { BurdenChange } from "#lib/burden/change.ts";
import { BURDEN_STEP_LABEL } from "#lib/burden/method.ts";
import { formatHours, formatHoursRange } from "#lib/format/hours.ts";
import { named } from "#lib/format/named.ts";
import styles from "./page.module.css";

/** Hours a year, with the sum written out, where each figure comes from, and what was taken for granted. */
export function BurdenPanel({
  asset,
  latest,
}: {
  asset: Pick<Asset, "kind" | "attributes">;
  /** The latest change of an input, and the day of it. */
  latest: { day: string; change: BurdenChange } | undefined;
}) {
  const burden = annualBurden(asset.kind, asset.attributes);
  const origin = burden.source === null ? "测算来源未知" : `测算来源：${ESTIMATE_SOURCE_LABEL[burden.source]}`;
  const sample = burden.sampleSize === null ? "样本量未知" : `样本 ${burden.sampleSize} 人次`;
  return (
    <section className="panel" aria-labelledby="burden">
      <h2 id="burden">负担测算</h2>
      {burden.known ? (
        <>
          <p>
            每年约 <strong>{formatHours(burden.hours.mid)}</strong>
            {burden.hours.low === burden.hours.high
              ? null
              : `，区间 ${formatHoursRange(burden.hours.low, burden.hours.high)}`}
          </p>
          <p className="soft">{burden.formula}</p>
          {burden.steps.length > 1 ? (
            <p className="soft">
              其中：
              {burden.steps.map(({ step, hours }) => `${BURDEN_STEP_LABEL[step]} ${formatHours(hours)}`).join("，")}
            </p>
          ) : null}
        </>
      ) : (
        <p>
          负担未知，缺少{named(burden.missing)}。
          {burden.atLeast === null ? null : `已知部分至少每年 ${formatHours(burden.atLeast)}。`}
        </p>
      )}
      <p className="soft small">
        {origin}，{sample}，测算方法 {burden.method}
      </p>
      {latest === undefined ? null : <LatestChange {...latest} />}
      {[...burden.assumptions, ...burden.warnings].length === 0 ? null : (
        <ul className={styles.plain}>
          {burden.assumptions.map((assumption) => (
            <li key={assumption} className="soft">
              {assumption}
            </li>
          ))}
          {burden.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A real change and a re-estimate side by side: only the first is a burden less. */
function LatestChange({ day, change }: { day: string; change: BurdenChange }) {
  if (!change.known) {
    return (
      <p>
        {day}测算要素有变动，变动前后不能比较，缺少{named(change.missing)}。
      </p>
    );
  }
  return (
    <p>
      {day}测算要素变动：由 {formatHours(change.before)} 变为 {formatHours(change.after)}，其中真实变化{" "}
      <strong>{signed(change.real)}</strong>，重新测算 {signed(change.reEstimate)}。
      <span className="soft">{change.reason}。</span>
    </p>
  );
}

const signed = (hours: number) =>
  `${hours > 0 ? "增加" : hours < 0 ? "减少" : ""} ${formatHours(Math.abs(hours))}`.trim();
