import { connectedParts, reduceCover } from "./cover-reductions.ts";
import { dualBound, greedyCover, withoutIdle } from "./greedy-cover.ts";

/** Choose columns of least total cost so that each row has one of its columns. Costs are not negative. */
export type CoverProblem = { costs: readonly number[]; rows: readonly (readonly number[])[] };

/**
 * What a solver says. optimal: `chosen` is proven; limit: not proven, yet the same on every machine, and no choice goes below
 * `lowerBound`; interrupted: nothing that would be the same elsewhere.
 */
export type SolverAnswer =
  | { outcome: "optimal" | "limit"; chosen: readonly number[]; lowerBound: number }
  | { outcome: "interrupted" };
/** Solves one cover problem exactly, within limits. Given from outside, so that nothing here needs a file or a clock. */
export type CoverSolver = (problem: CoverProblem) => SolverAnswer;

/** reduced: the data alone decide; solved: a solver proved it; greedy: a good choice, with a gap. */
export type CoverMethod = "reduced" | "solved" | "greedy";
export type CoverSolution = {
  chosen: number[];
  cost: number;
  lowerBound: number;
  /** No choice is cheaper. */
  proven: boolean;
  method: CoverMethod;
  columns: number;
  /** Columns that were left to search among after reductions. */
  searched: number;
};

/** Relative difference below which two costs are one: sums in another order differ by this much. */
const SAME = 1e-9;

/**
 * Least-cost cover: reductions first, then each connected part by the solver, or greedily with a lower bound where there is no
 * solver or it reached its limit. Throws a RangeError on a row without columns. Choices are in order.
 */
export function solveCover(problem: CoverProblem, solver: CoverSolver | null): CoverSolution {
  const empty = problem.rows.findIndex((row) => row.length === 0);
  if (empty >= 0) throw new RangeError(`row ${empty} has no column`);
  const { forced, columns, rows } = reduceCover(problem);
  const parts = connectedParts({ columns, rows });
  const chosen = [...forced];
  let bound = costOf(problem, forced);
  let method: CoverMethod = "reduced";
  for (const part of parts) {
    const local: CoverProblem = {
      costs: part.columns.map((column) => problem.costs[column] as number),
      rows: part.rows.map((row) => row.map((column) => part.columns.indexOf(column))),
    };
    const found = solvePart(local, solver);
    chosen.push(...found.chosen.map((column) => part.columns[column] as number));
    bound += found.bound;
    if (found.exact) method = method === "greedy" ? method : "solved";
    else method = "greedy";
  }
  const kept = withoutIdle(problem, chosen);
  const cost = costOf(problem, kept);
  const proven = method !== "greedy" || cost - bound <= SAME * Math.max(1, cost);
  return {
    chosen: kept,
    cost,
    lowerBound: proven ? cost : bound,
    proven,
    method,
    columns: problem.costs.length,
    searched: columns.length,
  };
}

function solvePart(
  problem: CoverProblem,
  solver: CoverSolver | null,
): { chosen: readonly number[]; bound: number; exact: boolean } {
  const answer = solver?.(problem) ?? { outcome: "interrupted" };
  const found =
    answer.outcome !== "interrupted" && covers(problem, answer.chosen) ? withoutIdle(problem, answer.chosen) : null;
  if (answer.outcome === "optimal" && found !== null)
    return { chosen: found, bound: costOf(problem, found), exact: true };
  const greedy = greedyCover(problem);
  const chosen = found !== null && costOf(problem, found) < costOf(problem, greedy) ? found : greedy;
  const proven = answer.outcome === "limit" ? answer.lowerBound : 0;
  return { chosen, bound: Math.max(proven, dualBound(problem)), exact: false };
}

export function covers({ rows }: CoverProblem, chosen: readonly number[]): boolean {
  const taken = new Set(chosen);
  return rows.every((row) => row.some((column) => taken.has(column)));
}

export function costOf({ costs }: CoverProblem, chosen: readonly number[]): number {
  return chosen.reduce((sum, column) => sum + (costs[column] as number), 0);
}
