import { type Ratio, share } from "../outcome/ratio.ts";
import { formatNumber } from "./number.ts";

/** A share (0 to 1) as a percentage with one decimal; null (nothing to divide by) is 无法计算. */
export function formatPercent(value: number | null): string {
  return value === null ? "无法计算" : `${formatNumber(value * 100, 1)}%`;
}

/** The percentage of a ratio. */
export function formatRatioPercent(ratio: Ratio): string {
  return formatPercent(share(ratio));
}
