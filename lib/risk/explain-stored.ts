import type { AssetKind } from "../asset/vocabulary.ts";
import { type Explanation, explain } from "./explain.ts";
import type { OutcomeName } from "./outcome.ts";
import { type Pack, rulesFor } from "./pack.ts";
import { RULES } from "./rules/index.ts";
import { storedOutcome } from "./stored-outcome.ts";

/** A finding as a run keeps it. */
export type StoredFinding = {
  ruleId: string;
  outcome: OutcomeName;
  redLine: boolean;
  points: number;
  detail: unknown;
};

/** What a run found of an item in plain words, by the pack that it kept and not by the pack of today. */
export function explainStored(
  { pack, asOf, findings }: { pack: Pack; asOf: string; findings: readonly StoredFinding[] },
  item: { kind: AssetKind; regionCode: string },
): (Explanation & { outcome: OutcomeName })[] {
  const applied = new Map(rulesFor(pack, item.kind, item.regionCode, asOf).map((entry) => [entry.ruleId, entry]));
  return findings.map(({ ruleId, outcome, redLine, detail }) => {
    const entry = applied.get(ruleId) ?? { ruleId, redLine, weight: 0, basis: [] };
    return { outcome, ...explain(storedOutcome(outcome, detail), RULES.get(ruleId), entry) };
  });
}
