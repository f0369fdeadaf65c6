import type { Band } from "./band.ts";
import type { Outcome } from "./outcome.ts";
import type { BandLimits, PackRule } from "./pack.ts";

/** An outcome beside the pack's entry that it was judged by. */
export type Judged = { rule: Pick<PackRule, "ruleId" | "redLine" | "weight">; outcome: Outcome };

export type Score = {
  band: Band;
  /** 0 to 100, 100 is worst: points of the hits that are no red lines. */
  score: number;
  /** The score if every unknown rule were a hit at full severity. */
  scoreIfUnknownHit: number;
  redLines: number;
  hits: number;
  unknowns: number;
  clears: number;
  notApplicable: number;
  exempt: number;
  /** Weight of the rules that apply, and of those among them that are unknown. */
  applicableWeight: number;
  unknownWeight: number;
};

export const MAX_SCORE = 100;

/** Points that an outcome adds: weight times severity of a hit, to a hundredth; a red line colours the item and adds nothing. */
export function points({ rule, outcome }: Judged): number {
  return outcome.is === "hit" && !rule.redLine ? Math.round(rule.weight * outcome.severity * 100) / 100 : 0;
}

/**
 * Red lines first, then additive points capped at 100. Nothing but the item's own outcomes enters, so an item never moves because
 * another one was added. Too little known to say is a band of its own, and never hides what is proven.
 */
export function score(judged: readonly Judged[], limits: BandLimits): Score {
  const count = (is: Outcome["is"]) => judged.filter(({ outcome }) => outcome.is === is).length;
  const sum = (of: (judged: Judged) => number) =>
    judged.reduce((total, one) => total + Math.round(of(one) * 100), 0) / 100;
  const total = Math.min(MAX_SCORE, sum(points));
  const ifUnknownHit = Math.min(
    MAX_SCORE,
    sum((one) => (one.outcome.is === "unknown" && !one.rule.redLine ? one.rule.weight : points(one))),
  );
  const applicableWeight = sum(({ rule, outcome }) => (outcome.is === "not_applicable" ? 0 : rule.weight));
  const unknownWeight = sum(({ rule, outcome }) => (outcome.is === "unknown" ? rule.weight : 0));
  const redLines = judged.filter(({ rule, outcome }) => rule.redLine && outcome.is === "hit").length;
  return {
    band: band(redLines, total, applicableWeight, unknownWeight, limits),
    score: total,
    scoreIfUnknownHit: ifUnknownHit,
    redLines,
    hits: count("hit"),
    unknowns: count("unknown"),
    clears: count("clear"),
    notApplicable: count("not_applicable"),
    exempt: count("exempt"),
    applicableWeight,
    unknownWeight,
  };
}

function band(redLines: number, total: number, applicable: number, unknown: number, limits: BandLimits): Band {
  if (redLines > 0) return "red";
  if (total >= limits.high) return "high";
  if (total >= limits.medium) return "medium";
  return applicable === 0 || unknown > applicable * limits.unknownShare ? "unknown" : "low";
}
