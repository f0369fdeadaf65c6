import { formatLarge, UNKNOWN_TEXT } from "./number.ts";

/** An amount of yuan: "128.5 万元", "3,200 元"; null is 未知. */
export function formatMoney(yuan: number | null | undefined): string {
  if (yuan === null || yuan === undefined) return UNKNOWN_TEXT;
  return `${formatLarge(yuan, 2)}${Math.abs(yuan) >= 10_000 ? "" : " "}元`;
}
