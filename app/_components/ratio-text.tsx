import { formatDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { formatRatioPercent } from "#lib/format/percent.ts";
import type { Ratio } from "#lib/outcome/ratio.ts";
import styles from "./ratio-text.module.css";

/** A percentage with what it was computed from; day, scope and method follow unless the page says them once for all. */
export function RatioText({ ratio, isBrief = false }: { ratio: Ratio; isBrief?: boolean }) {
  const { numerator, denominator, asOf, scope, method } = ratio;
  return (
    <span className={styles.ratio}>
      <span className={styles.percent}>{formatRatioPercent(ratio)}</span>
      <span className={styles.parts}>
        {formatNumber(numerator)} ÷ {formatNumber(denominator)}
      </span>
      {isBrief ? null : (
        <span className={styles.about}>
          截至{formatDay(asOf)}，范围：{scope}。算法：{method}
        </span>
      )}
    </span>
  );
}
