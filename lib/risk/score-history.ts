import type { Band } from "./band.ts";
import type { StoredFinding } from "./explain-stored.ts";
import type { Evidence, Outcome, OutcomeName } from "./outcome.ts";
import { storedOutcome } from "./stored-outcome.ts";

/** Why a finding moved from one run to the next. */
export const SCORE_CAUSES = ["facts", "pack", "exemption"] as const;
export type ScoreCause = (typeof SCORE_CAUSES)[number];
export const SCORE_CAUSE_LABEL: Record<ScoreCause, string> = {
  facts: "资料变了",
  pack: "规则包变了",
  exemption: "豁免",
};

/** One run's judgement of an item, with what it found. */
export type JudgedRun = {
  assessmentId: string;
  asOf: string;
  judgedAt: Date;
  packVersion: string;
  band: Band;
  score: number;
  redLines: number;
  unknowns: number;
  exempt: number;
  findings: readonly StoredFinding[];
};

/** How one rule moved; null: the rule was not applied in that run. `points` is what it adds to or takes off the score. */
export type FindingMove = {
  ruleId: string;
  from: OutcomeName | null;
  to: OutcomeName | null;
  redLine: boolean;
  points: number;
  cause: ScoreCause;
};

/** A run beside the one before it; `moves` is null for the first. `points` by cause and `capped` add up to the change of the score. */
export type ScoreStep = {
  run: JudgedRun;
  change: {
    moves: FindingMove[];
    points: Record<ScoreCause, number>;
    /** What the limit of 100 points took off, or gave back. */
    capped: number;
  } | null;
};

/** The history of an item's score and why it moved, in the order given: the earliest run first. */
export function scoreHistory(runs: readonly JudgedRun[]): ScoreStep[] {
  return runs.map((run, index) => {
    const before = runs[index - 1];
    return { run, change: before === undefined ? null : changeBetween(before, run) };
  });
}

function changeBetween(before: JudgedRun, after: JudgedRun): NonNullable<ScoreStep["change"]> {
  const samePack = before.packVersion === after.packVersion;
  const was = new Map(before.findings.map((finding) => [finding.ruleId, finding]));
  const is = new Map(after.findings.map((finding) => [finding.ruleId, finding]));
  const moves = [...new Set([...is.keys(), ...was.keys()])].flatMap((ruleId) =>
    movesOf(was.get(ruleId), is.get(ruleId), samePack),
  );
  const points = { facts: 0, pack: 0, exemption: 0 };
  for (const move of moves) points[move.cause] = cents(points[move.cause] + move.points);
  const explained = cents(points.facts + points.pack + points.exemption);
  return { moves, points, capped: cents(after.score - before.score - explained) };
}

const cents = (points: number) => Math.round(points * 100) / 100;

function movesOf(from: StoredFinding | undefined, to: StoredFinding | undefined, samePack: boolean): FindingMove[] {
  const points = cents((to?.points ?? 0) - (from?.points ?? 0));
  const outcomes = { from: from?.outcome ?? null, to: to?.outcome ?? null };
  const isSame = outcomes.from === outcomes.to && from?.redLine === to?.redLine;
  if (isSame && points === 0) return [];
  const move = (cause: ScoreCause, of = points): FindingMove => ({
    ruleId: (to ?? from)?.ruleId ?? "",
    ...outcomes,
    redLine: to?.redLine ?? from?.redLine ?? false,
    points: of,
    cause,
  });
  if (outcomes.from === "exempt" || outcomes.to === "exempt") return [move("exemption")];
  if (samePack || from === undefined || to === undefined) return [move(samePack ? "facts" : "pack")];
  const [was, is] = [storedOutcome(from.outcome, from.detail), storedOutcome(to.outcome, to.detail)];
  if (was.is !== "hit" || is.is !== "hit") return [move(seesTheSame(was, is) ? "pack" : "facts")];
  if (seesTheSame(was, is)) return [move("pack")];
  // A hit in both, with other weight and other evidence: what the weight alone moved is the pack's.
  const weight = (finding: StoredFinding, severity: number) => finding.points / severity;
  const byPack =
    from.redLine || to.redLine ? points : cents((weight(to, is.severity) - weight(from, was.severity)) * was.severity);
  const byFacts = cents(points - byPack);
  return [
    ...(byPack === 0 && points !== 0 ? [] : [move("pack", byPack)]),
    ...(byFacts === 0 ? [] : [move("facts", byFacts)]),
  ];
}

/** Whether two outcomes rest on the same facts: the same values were seen, or the same is missing; limits are the pack's. */
function seesTheSame(was: Outcome, is: Outcome): boolean {
  const seen = (outcome: Outcome): string | undefined => {
    switch (outcome.is) {
      case "hit":
      case "clear":
        return JSON.stringify(outcome.evidence.map(fact).sort());
      case "unknown":
        return JSON.stringify([...outcome.missing].sort());
      default:
        return undefined;
    }
  };
  const [before, after] = [seen(was), seen(is)];
  return before !== undefined && before === after;
}

const fact = ({ label, value, quote }: Evidence) => `${label} ${value} ${quote ?? ""}`;
