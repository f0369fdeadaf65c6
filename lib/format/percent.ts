import { type Ratio, share } from "../outcome/ratio.ts";
import { formatDay } from "./date.ts";
import { formatNumber } from "./number.ts";

/** A share (0 to 1) as a percentage with one decimal; null (nothing to divide by) is 无法计算. */
export function formatPercent(value: number | null): string {
  return value === null ? "无法计算" : `${formatNumber(value * 100, 1)}%`;
}

/** Everything a reader needs to check a percentage: "50 ÷ 80，截至2026年3月1日，范围：示范县，算法：……". */
export function formatRatio(ratio: Ratio): string {
  const { numerator, denominator, asOf, scope, method } = ratio;
  return `${formatNumber(numerator, 1)} ÷ ${formatNumber(denominator, 1)}，截至${formatDay(asOf)}，范围：${scope}，算法：${method}`;
}

/** The percentage of a ratio. */
export function formatRatioPercent(ratio: Ratio): string {
  return formatPercent(share(ratio));
}
