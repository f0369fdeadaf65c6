import type { Burden } from "./annual-burden.ts";

/** Yuan a year at an hourly wage that an office has set; null when the hours are unknown. Without a wage there is no money figure. */
export function annualCost(burden: Burden, yuanPerHour: number): { low: number; mid: number; high: number } | null {
  if (!burden.known) return null;
  const { low, mid, high } = burden.hours;
  return { low: low * yuanPerHour, mid: mid * yuanPerHour, high: high * yuanPerHour };
}
