import type { Proposal } from "./proposal.ts";

/** How many forms a round began with, and how many ledgers and forms are left to fill in. */
export type FormCounts = {
  before: number;
  after: number;
  cancelled: number;
  /** Ledgers of several forms, and the forms in them. */
  ledgers: number;
  merged: number;
  alone: number;
  locked: number;
  unmeasured: number;
};

export function formCounts({
  cancelled,
  ledgers,
  locked,
  unmeasured,
}: Pick<Proposal, "cancelled" | "ledgers" | "locked" | "unmeasured">): FormCounts {
  const several = ledgers.filter(({ members }) => members.length > 1);
  const merged = several.reduce((sum, { members }) => sum + members.length, 0);
  const alone = ledgers.length - several.length;
  const kept = locked.length + unmeasured.length;
  return {
    before: cancelled.length + merged + alone + kept,
    after: ledgers.length + kept,
    cancelled: cancelled.length,
    ledgers: several.length,
    merged,
    alone,
    locked: locked.length,
    unmeasured: unmeasured.length,
  };
}
