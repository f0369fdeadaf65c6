export const UNKNOWN_TEXT = "未知";

/** To make a formatter takes longer than a thousand uses of it: an assessment formats a number for most of its findings. */
const formatters = new Map<number, Intl.NumberFormat>();
function formatter(digits: number): Intl.NumberFormat {
  const known = formatters.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: digits });
  formatters.set(digits, made);
  return made;
}

/** A count or measure with thousands separators, at most `digits` decimals; null is 未知. */
export function formatNumber(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined) return UNKNOWN_TEXT;
  return formatter(digits).format(value);
}

/** A large measure in 万 or 亿, three significant digits or more; smaller ones as they are. */
export function formatLarge(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined) return UNKNOWN_TEXT;
  const size = Math.abs(value);
  if (size >= 99_995_000) return `${formatNumber(value / 100_000_000, 2)} 亿`;
  if (size >= 10_000) return `${formatNumber(value / 10_000, 2)} 万`;
  return formatNumber(value, digits);
}
