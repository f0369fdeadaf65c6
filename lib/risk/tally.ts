import { companyNames } from "./company-names.ts";
import type { Tally } from "./facts.ts";
import { clear, hit, type Outcome, unknown } from "./outcome.ts";

/** Holds a count, this item included, against its limit: what is undetermined decides nothing unless it could tip the result. */
export function tallyOutcome(
  { counted, undetermined, others }: Tally,
  limit: number,
  label: string,
  missing: string,
): Outcome {
  const names = companyNames({ count: Math.max(0, counted - 1), examples: others });
  const evidence = [{ label, value: `${counted} 个${names}`, limit: `不超过 ${limit} 个` }];
  if (counted > limit) return hit(evidence, 0.5 + (counted - limit) / (2 * limit + 2));
  return counted + undetermined > limit ? unknown(missing) : clear(evidence);
}
