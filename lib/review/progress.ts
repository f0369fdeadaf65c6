import { rollups, sum } from "d3-array";
import { DECISIONS, type Decision } from "./vocabulary.ts";

/** How far a session is. Every item is either decided, exactly once, or pending: the two add up to `total`. */
export type Progress = { total: number; decided: number; pending: number; byDecision: Record<Decision, number> };

/** Progress from counts of items by standing decision; null is an item without one. */
export function sessionProgress(tallies: readonly { decision: Decision | null; items: number }[]): Progress {
  const counted = new Map(
    rollups(
      tallies,
      (group) => sum(group, (tally) => tally.items),
      (tally) => tally.decision,
    ),
  );
  const byDecision = Object.fromEntries(DECISIONS.map((decision) => [decision, counted.get(decision) ?? 0])) as Record<
    Decision,
    number
  >;
  const decided = sum(Object.values(byDecision));
  const pending = counted.get(null) ?? 0;
  return { total: decided + pending, decided, pending, byDecision };
}
