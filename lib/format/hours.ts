import { formatLarge, UNKNOWN_TEXT } from "./number.ts";

/** Hours, with one decimal below ten: "1.2 万小时", "350 小时", "2.5 小时"; null is 未知. */
export function formatHours(hours: number | null | undefined): string {
  if (hours === null || hours === undefined) return UNKNOWN_TEXT;
  return `${formatLarge(hours, Math.abs(hours) < 10 ? 1 : 0)}${Math.abs(hours) >= 10_000 ? "" : " "}小时`;
}

/** A range of hours: "300 至 420 小时"; one number when both ends are shown alike; null is 未知. */
export function formatHoursRange(low: number | null | undefined, high: number | null | undefined): string {
  if (low === null || low === undefined || high === null || high === undefined) return UNKNOWN_TEXT;
  const [from, to] = [formatHours(low), formatHours(high)];
  return from === to ? from : `${from.replace(/ ?小时$/, "")} 至 ${to}`;
}
