import type { Decision } from "../review/vocabulary.ts";
import type { Facts } from "./facts.ts";
import { exempt, type Outcome } from "./outcome.ts";
import { type Pack, type PackRule, rulesFor } from "./pack.ts";
import { readings } from "./readings.ts";
import { recommend } from "./recommend.ts";
import { defaultParameters } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { points, type Score, score } from "./score.ts";

export type Finding = { ruleId: string; outcome: Outcome; redLine: boolean; points: number };

/** What is said of one item on one day by one pack: four readings side by side, and the disposition read off them. */
export type AssetAssessment = Score & {
  burdenLow: number | null;
  burdenMid: number | null;
  burdenHigh: number | null;
  burdenNotes: { missing: string[]; warnings: string[] };
  redundancy: number | null;
  value: number | null;
  recommendation: Decision | null;
  recommendationReason: string;
  findings: Finding[];
};

/** Judges one item. Pure: the same facts, pack and day give the same result. */
export function assessAsset(facts: Facts, pack: Pack, asOf: string): AssetAssessment {
  const { asset } = facts;
  const judged = rulesFor(pack, asset.kind, asset.regionCode, asOf).map((rule) => ({
    rule,
    outcome: outcomeOf(rule, facts, asOf),
  }));
  const scored = score(judged, pack.bands);
  const { burden, redundancy, value, valueReason } = readings(facts, asOf);
  const { decision, reason } = recommend(
    {
      band: scored.band,
      hits: judged
        .filter(({ outcome }) => outcome.is === "hit")
        .sort((a, b) => Number(b.rule.redLine) - Number(a.rule.redLine) || points(b) - points(a))
        .map(({ rule }) => rule.ruleId),
      redundancy,
      burdenHours: burden.known ? burden.hours.mid : null,
    },
    (ruleId) => RULES.get(ruleId)?.title ?? ruleId,
  );
  return {
    ...scored,
    burdenLow: burden.known ? burden.hours.low : null,
    burdenMid: burden.known ? burden.hours.mid : null,
    burdenHigh: burden.known ? burden.hours.high : null,
    burdenNotes: {
      missing: burden.known ? [] : burden.missing,
      warnings: [
        ...burden.warnings,
        ...(asset.kind === "app" && valueReason === "使用情况被考核，数据可能失真" ? [valueReason] : []),
      ],
    },
    redundancy,
    value,
    recommendation: decision,
    recommendationReason: reason,
    findings: judged.map((one) => ({
      ruleId: one.rule.ruleId,
      outcome: one.outcome,
      redLine: one.rule.redLine,
      points: points(one),
    })),
  };
}

/**
 * The outcome of one rule. An approved exemption that still holds shows as exempt, whatever the rule would say, so that nobody takes
 * it for clear; only a rule that does not apply is not exempted from.
 * Throws when a pack names a rule that does not exist: a pack that judges by nothing must not look as if it judged.
 */
function outcomeOf(entry: PackRule, facts: Facts, asOf: string): Outcome {
  const rule = RULES.get(entry.ruleId);
  if (!rule) throw new Error(`pack names the rule ${entry.ruleId}, which does not exist`);
  const outcome = rule.assess(facts, { asOf, parameters: { ...defaultParameters(rule), ...entry.parameters } });
  const exemption = facts.exemptions.find(({ ruleId, until }) => ruleId === entry.ruleId && asOf <= until);
  return exemption && outcome.is !== "not_applicable" ? exempt(exemption) : outcome;
}
