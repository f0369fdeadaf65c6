import type { Company } from "./facts.ts";

/** Names of other items, and "等" when some are left out: `，另有“甲”、“乙”等`; empty when there are none. */
export function companyNames({ count, examples }: Company): string {
  if (count === 0) return "";
  return `，另有${examples.map(({ name }) => `“${name}”`).join("、")}${count > examples.length ? "等" : ""}`;
}
