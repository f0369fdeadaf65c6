import { daysBetween } from "./day.ts";
import { clear, hit, type Outcome, unknown } from "./outcome.ts";

/** Judges how long nothing has happened: more than `maxDays` is a hit. A last sign of life after `asOf` tells nothing of that day. */
export function silenceOutcome(label: string, last: string | undefined, asOf: string, maxDays: number): Outcome {
  if (last === undefined) return unknown(label);
  const days = daysBetween(last, asOf);
  if (!(days >= 0)) return unknown(`截至 ${asOf} 的${label}`);
  const evidence = [{ label, value: `${last}，距今 ${days} 天`, limit: `不超过 ${maxDays} 天` }];
  return days > maxDays ? hit(evidence, 0.5 + (days - maxDays) / (4 * Math.max(1, maxDays))) : clear(evidence);
}
