import { UNKNOWN_TEXT } from "./number.ts";

const ZONE = "Asia/Shanghai";

/** An ISO day as offices write it: "2026年3月1日"; null is 未知, other text is shown as it stands. */
export function formatDay(day: string | null | undefined): string {
  if (day === null || day === undefined || day === "") return UNKNOWN_TEXT;
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day;
}

/** The Beijing-time day of a moment, as an ISO day. */
export function isoDay(moment: Date): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(moment);
}

/** A moment in Beijing time: "2026年3月1日 14:05"; null is 未知. */
export function formatTime(moment: Date | null | undefined): string {
  if (moment === null || moment === undefined) return UNKNOWN_TEXT;
  const clock = new Intl.DateTimeFormat("zh-CN", {
    timeZone: ZONE,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${formatDay(isoDay(moment))} ${clock.format(moment)}`;
}
