import type { DemandType } from "../asset/vocabulary.ts";
import { monthBefore } from "./day.ts";
import { declared } from "./declared.ts";
import { DEMAND_WORDS } from "./demand-words.ts";
import { demandEvidence } from "./demanded.ts";
import type { Facts } from "./facts.ts";
import { labelOf } from "./label.ts";
import type { Evidence } from "./outcome.ts";

const MONTHS = 3;
const FORCED = [
  "usage_assessment",
  "forced_login",
  "forced_install",
  "online_time",
  "ranking",
  "forced_checkin",
] as const satisfies readonly DemandType[];

/** What shows that texts, or the ledger itself, make people use the item. */
export function forcedUseEvidence(facts: Facts): Evidence[] {
  const columns = FORCED.flatMap((type) => {
    const declaration = declared(facts.asset, DEMAND_WORDS[type]);
    return declaration?.answer === "yes" ? [declaration.evidence] : [];
  });
  return [...demandEvidence(facts, ...FORCED), ...columns];
}

/** Whether people are made to use the item, so that its usage figures may be faked. */
export function isUsageForced(facts: Facts): boolean {
  return forcedUseEvidence(facts).length > 0;
}

/**
 * Mean active users over the three full months before `asOf` out of those who should use it (0 to 1). Months that are not
 * recorded are missing, not zero: all three must be there.
 */
export function recentUse(
  { asset, usage }: Facts<"app">,
  asOf: string,
): { share: number; activeUsers: number; targetUsers: number; months: string[] } | { missing: string[] } {
  const months = Array.from({ length: MONTHS }, (_, index) => monthBefore(asOf, MONTHS - index));
  const active = months.flatMap((month) => usage.find((row) => row.month === month)?.activeUsers ?? []);
  const { targetUsers } = asset.attributes;
  const missing = [
    ...(targetUsers === undefined || targetUsers === 0 ? [labelOf("app", "targetUsers")] : []),
    ...(active.length < MONTHS ? [`${months[0]} 至 ${months[MONTHS - 1]} 的活跃用户数`] : []),
  ];
  if (missing.length > 0 || targetUsers === undefined) return { missing };
  const activeUsers = active.reduce((a, b) => a + b, 0) / MONTHS;
  return { share: activeUsers / targetUsers, activeUsers, targetUsers, months };
}
