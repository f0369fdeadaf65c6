import { clear, type Evidence, hit, type Outcome, unknown } from "./outcome.ts";

/** Judges a yes-or-no attribute: absent is unknown, `bad` is a hit, the other is clear. */
export function stateOutcome(label: string, value: boolean | undefined, bad: boolean): Outcome {
  if (value === undefined) return unknown(label);
  const evidence: Evidence[] = [{ label, value: value ? "是" : "否" }];
  return value === bad ? hit(evidence) : clear(evidence);
}
