import { EXEMPTION_STATE_LABEL, type ExemptionState } from "./vocabulary.ts";

/** How an exemption stands on a day: its state, and what the day makes of an approved one. */
export const EXEMPTION_STANDINGS = ["requested", "approved", "expired", "refused", "withdrawn", "revoked"] as const;
export type ExemptionStanding = (typeof EXEMPTION_STANDINGS)[number];
export const EXEMPTION_STANDING_LABEL: Record<ExemptionStanding, string> = {
  ...EXEMPTION_STATE_LABEL,
  approved: "有效",
  expired: "已到期",
};

/** An approved exemption holds to the end of its last day; after it, it has expired by itself. */
export function standingOf(
  { state, until }: { state: ExemptionState; until: string },
  today: string,
): ExemptionStanding {
  return state === "approved" && until < today ? "expired" : state;
}
